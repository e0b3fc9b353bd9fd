// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// What templates can print. The engine knows texts, lists and objects; it does not know services.
namespace bcmkit::doc {

class Object;
using ObjectPtr = std::shared_ptr<const Object>;
struct Value;

/// A name that exists without a value.
struct Missing {
    std::string label; ///< what belongs there: "Kabel-Farbe"; stands at the writing line
    std::string word;  ///< printed instead of a writing line: "entfällt"; empty for a writing line
};

struct Items {
    std::vector<Value> items;
    std::string separator = ", ";       ///< where the list is printed as one text
    std::string label;                  ///< what belongs there where it is empty
    std::shared_ptr<const Value> shape; ///< what an entry looks like; lets templates be checked without data
};

struct Value {
    std::variant<Missing, std::string, bool, Items, ObjectPtr> is;
    std::string trace = {}; ///< what is disclosed where this value is printed; reported by fill()

    /// Whether a section prints: neither missing nor empty nor "nein".
    bool is_true() const;
};

/// Named values, looked up when a template asks for them.
class Object {
public:
    virtual ~Object() = default;
    /// Empty where the name does not exist, which is a mistake in the template; Missing where it has no value.
    virtual std::optional<Value> member(std::string_view name) const = 0;
    /// What is printed where the template names the object itself.
    virtual Value text() const = 0;
    /// False for what a reference without target leads to: all names are there, no value is.
    virtual bool exists() const { return true; }
    /// All names, for suggestions in error messages.
    virtual std::vector<std::string> names() const { return {}; }
};

/// An object of a few known values.
class Fields final : public Object {
public:
    explicit Fields(std::vector<std::pair<std::string, Value>> fields) : fields_(std::move(fields)) {}
    std::optional<Value> member(std::string_view name) const override;
    Value text() const override;
    std::vector<std::string> names() const override;

private:
    std::vector<std::pair<std::string, Value>> fields_;
};

inline Value text_value(std::string text) { return {std::move(text)}; }
Value object_value(std::vector<std::pair<std::string, Value>> fields);
/// A text, or Missing with this label where the text is empty.
Value text_or_missing(std::string text, std::string label);

} // namespace bcmkit::doc
