// SPDX-License-Identifier: EUPL-1.2
#include <bcmkit/doc/template.hpp>

#include "head.hpp"
#include "markdown.hpp"
#include "mustache.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <charconv>

namespace bcmkit::doc {

class TemplateReader {
public:
    static std::optional<Template> read(std::string file, std::string_view text, const Partials& partials,
                                        Diagnostics& diagnostics) {
        const auto report = [&](Message message) {
            diagnostics.push_back({Severity::error, std::move(message), {file, 0, 0, {}}, {}});
        };
        if (text.size() > largest_template) {
            report({"doc.template_too_large", {std::to_string(largest_template / 1024)}});
            return std::nullopt;
        }
        if (!is_valid_utf8(text)) {
            report({"doc.not_utf8", {}});
            return std::nullopt;
        }
        if (text.find(open_mark) != std::string_view::npos || text.find(close_mark) != std::string_view::npos) {
            report({"doc.reserved_letter", {}});
            return std::nullopt;
        }
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        const std::string clean = replaced(text, "\r\n", "\n");
        const std::size_t before = diagnostics.size();
        const auto head = read_head(file, clean, diagnostics);
        if (diagnostics.size() != before) return std::nullopt;
        auto nodes = std::make_shared<TemplateNodes>(parse_nodes(file, head.body, head.body_line, partials, diagnostics));
        if (diagnostics.size() != before) return std::nullopt;
        Template out;
        out.file_ = std::move(file);
        out.head_ = head.head;
        out.nodes_ = std::move(nodes);
        return out;
    }
};

struct TemplateAccess {
    static const TemplateNodes& nodes(const Template& which) { return *which.nodes_; }
};

std::optional<Template> read_template(std::string file, std::string_view text, const Partials& partials,
                                      Diagnostics& diagnostics) {
    return TemplateReader::read(std::move(file), text, partials, diagnostics);
}

namespace {

TemplateNodes head_nodes(const Template& which, std::string_view text, Diagnostics& diagnostics) {
    return parse_nodes(which.file(), text, 1, {}, diagnostics);
}

std::string fill_head(const Template& which, std::string_view text, std::span<const Value> scopes, Filled& filled,
                      Diagnostics& diagnostics) {
    if (text.empty()) return {};
    const auto nodes = head_nodes(which, text, diagnostics);
    const auto marked = render(nodes, scopes, false, diagnostics);
    filled.traces.insert(filled.traces.end(), marked.traces.begin(), marked.traces.end());
    return BlockReader(marked, nodes, diagnostics).read_title();
}

} // namespace

std::optional<Filled> fill(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics) {
    Diagnostics found;
    Filled filled;
    const auto& nodes = TemplateAccess::nodes(which);
    const auto marked = render(nodes, scopes, false, found);
    BlockReader reader(marked, nodes, found);
    Sheet& sheet = filled.sheet;
    sheet.blocks = reader.read();
    filled.uses = std::move(reader).uses();
    filled.traces = marked.traces;
    const Head& head = which.head();
    sheet.title = fill_head(which, head.title, scopes, filled, found);
    sheet.mark = fill_head(which, head.mark, scopes, filled, found);
    sheet.mode = fill_head(which, head.mode, scopes, filled, found);
    sheet.reader = fill_head(which, head.reader, scopes, filled, found);
    sheet.format = head.format;
    sheet.confidential = head.confidential;
    sheet.has_title = head.has_title;
    sheet.in_list = head.in_list;
    sheet.source = which.file();
    std::ranges::sort(filled.traces);
    filled.traces.erase(std::unique(filled.traces.begin(), filled.traces.end()), filled.traces.end());
    const bool failed = has_errors(found);
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    if (failed) return std::nullopt;
    return filled;
}

void check(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics) {
    render(TemplateAccess::nodes(which), scopes, true, diagnostics);
    const Head& head = which.head();
    for (const auto* text : {&head.sheet, &head.title, &head.mark, &head.mode, &head.reader}) {
        if (!text->empty()) render(head_nodes(which, *text, diagnostics), scopes, true, diagnostics);
    }
    holds(which, scopes, diagnostics);
}

std::string fill_text(const Template& which, std::string_view text, std::span<const Value> scopes, std::string_view otherwise,
                      Diagnostics& diagnostics) {
    const auto nodes = head_nodes(which, text, diagnostics);
    const auto marked = render(nodes, scopes, false, diagnostics);
    std::string out;
    const std::string_view rest = marked.text;
    for (std::size_t i = 0; i < rest.size();) {
        if (const auto mark = mark_at(rest.substr(i), marked.marks.size())) {
            const Mark& what = marked.marks[mark->first];
            out += what.kind == Mark::Kind::value ? std::string_view(what.text) : otherwise;
            i += mark->second;
        } else {
            out += rest[i++];
        }
    }
    return out;
}

bool holds(const Template& which, std::span<const Value> scopes, Diagnostics& diagnostics) {
    bool all = true;
    for (const auto piece : split(which.head().when, ' ')) {
        auto name = trimmed(piece);
        if (name.ends_with(',')) name.remove_suffix(1);
        if (name.empty()) continue;
        const bool wanted = !name.starts_with('^');
        const auto value = look_up(wanted ? name : name.substr(1), scopes, {which.file(), 0, 0, {}}, diagnostics);
        all = all && value && value->is_true() == wanted;
    }
    return all;
}

bool is_sheet_number(std::string_view text) {
    const auto digits = [&](std::size_t least, std::size_t most) {
        std::size_t n = 0;
        while (n < text.size() && n <= most && text[n] >= '0' && text[n] <= '9') ++n;
        if (n < least || n > most) return false;
        text.remove_prefix(n);
        return true;
    };
    const auto is_code = [](std::string_view code) {
        return !code.empty() && code.size() <= 16 && std::ranges::all_of(code, [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        });
    };
    if (!digits(1, 2) || !text.starts_with('.')) return false;
    text.remove_prefix(1);
    if (text.starts_with('V')) return is_code(text.substr(1));
    if (!digits(2, 4)) return false;
    if (text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z') return true;
    return text.empty() || (text.front() == '/' && is_code(text.substr(1)));
}

int Sheet::chapter() const {
    int number = -1;
    std::from_chars(this->number.data(), this->number.data() + this->number.size(), number);
    return number;
}

} // namespace bcmkit::doc
