// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/doc/value.hpp>

namespace bcmkit::doc {

bool Value::is_true() const {
    if (const auto* text = std::get_if<std::string>(&is)) return !text->empty();
    if (const auto* flag = std::get_if<bool>(&is)) return *flag;
    if (const auto* list = std::get_if<Items>(&is)) return !list->items.empty();
    if (const auto* object = std::get_if<ObjectPtr>(&is)) return *object && (*object)->exists();
    return false;
}

std::optional<Value> Fields::member(std::string_view name) const {
    for (const auto& [key, value] : fields_) {
        if (key == name) return value;
    }
    return std::nullopt;
}

Value Fields::text() const { return fields_.empty() ? Value{Missing{}} : fields_.front().second; }

std::vector<std::string> Fields::names() const {
    std::vector<std::string> out;
    for (const auto& [key, value] : fields_) out.push_back(key);
    return out;
}

Value object_value(std::vector<std::pair<std::string, Value>> fields) {
    return {ObjectPtr(std::make_shared<Fields>(std::move(fields)))};
}

Value text_or_missing(std::string text, std::string label) {
    if (text.empty()) return {Missing{std::move(label), {}}};
    return {std::move(text)};
}

} // namespace bcmkit::doc
