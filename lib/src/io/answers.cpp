// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/io/answers.hpp>

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/file.hpp>

#include <toml++/toml.h>

namespace bcmkit::io {

namespace {

constexpr std::size_t largest_answers_file = 64 * 1024;

Place place_of(const std::filesystem::path& file, const toml::source_region& region) {
    return {to_text(file.filename()), static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), {}};
}

} // namespace

std::map<std::string, std::string, std::less<>> read_answers(const std::filesystem::path& file) {
    const std::string text = read_file(file, largest_answers_file);
    try {
        const toml::table table = toml::parse(text);
        std::map<std::string, std::string, std::less<>> answers;
        for (const auto& [key, node] : table) {
            const auto value = node.value<std::string>();
            if (!node.is_string() || !value) throw Error(ErrorCode::input, {"io.answer_is_no_text", {std::string(key.str())}}, place_of(file, node.source()));
            answers.emplace(key.str(), *value);
        }
        return answers;
    } catch (const toml::parse_error& error) {
        throw Error(ErrorCode::input, {"io.answers_no_toml", {}}, place_of(file, error.source()));
    }
}

} // namespace bcmkit::io
