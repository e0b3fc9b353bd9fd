// SPDX-License-Identifier: EUPL-1.2
#include "mustache.hpp"

#include <bcmkit/base/text.hpp>

#include <algorithm>
#include <charconv>

namespace bcmkit::doc {

namespace {

constexpr int deepest_section = 32;
constexpr std::size_t longest_output = 8u * 1024 * 1024;
constexpr std::size_t most_steps = 2'000'000;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_name(std::string_view name) {
    if (name == ".") return true;
    if (name.empty() || name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos) return false;
    return std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

class NodeParser {
public:
    NodeParser(TemplateNodes& out, const Partials& partials, Diagnostics& diagnostics)
        : out_(out)
        , partials_(partials)
        , diagnostics_(diagnostics) {}

    /// `outer`: the line of the template that includes this file, or 0 in the template itself.
    void parse(const std::string& file, std::string_view text, int first_line, int outer, int depth, std::vector<Node>& into) {
        const int file_index = static_cast<int>(out_.files.size());
        out_.files.push_back(file);
        std::vector<std::vector<Node>*> open{&into};
        std::vector<std::pair<std::string, int>> names;
        std::size_t position = 0;
        int line = first_line;
        const auto origin = [&](int at) { return Origin{file_index, at, outer ? outer : at}; };
        const auto report = [&](int at, Message message) {
            diagnostics_.push_back({Severity::error, std::move(message), {file, at, 0, {}}, {}});
        };
        const auto add_text = [&](std::string_view piece) {
            if (piece.empty()) return;
            open.back()->push_back({Node::Kind::text, std::string(piece), origin(line), {}});
            line += static_cast<int>(std::ranges::count(piece, '\n'));
        };
        while (position < text.size()) {
            const std::size_t begin = text.find("{{", position);
            if (begin == std::string_view::npos) break;
            const int tag_line = line + static_cast<int>(std::ranges::count(text.substr(position, begin - position), '\n'));
            const std::size_t end = text.find("}}", begin + 2);
            const std::string_view inside = end == std::string_view::npos ? "" : text.substr(begin + 2, end - begin - 2);
            if (end == std::string_view::npos || inside.find('\n') != std::string_view::npos) {
                report(tag_line, {"doc.open_tag", {}});
                return;
            }
            const char first = inside.empty() ? ' ' : inside.front();
            if (first == '{' || first == '&' || first == '=') {
                report(tag_line, {"doc.raw_tag", {"{{" + std::string(inside) + "}}"}});
                return;
            }
            const bool is_plain = first != '#' && first != '^' && first != '/' && first != '>' && first != '!';
            const std::string name(trimmed(is_plain ? inside : inside.substr(1)));
            // A tag that is alone on its line takes the whole line with it.
            std::size_t text_end = begin, next = end + 2;
            if (!is_plain) {
                std::size_t left = begin, right = next;
                while (left > position && is_blank(text[left - 1])) --left;
                while (right < text.size() && is_blank(text[right])) ++right;
                const bool line_begins = left == 0 || text[left - 1] == '\n';
                const bool line_ends = right == text.size() || text[right] == '\n';
                if (line_begins && line_ends) {
                    text_end = left;
                    next = right == text.size() ? right : right + 1;
                }
            }
            add_text(text.substr(position, text_end - position));
            switch (first) {
            case '!': break;
            case '#':
            case '^':
                if (!is_name(name)) report(tag_line, {"doc.bad_name", {name}});
                if (open.size() > static_cast<std::size_t>(deepest_section)) {
                    report(tag_line, {"doc.too_deep", {}});
                    return;
                }
                open.back()->push_back({first == '#' ? Node::Kind::section : Node::Kind::inverted, name, origin(tag_line), {}});
                open.push_back(&open.back()->back().children);
                names.emplace_back(name, tag_line);
                break;
            case '/':
                if (names.empty() || names.back().first != name) {
                    report(tag_line, names.empty() ? Message{"doc.close_without_open", {name}}
                                                   : Message{"doc.close_other",
                                                             {name, names.back().first, std::to_string(names.back().second)}});
                    return;
                }
                names.pop_back();
                open.pop_back();
                break;
            case '>': include(name, file, tag_line, outer ? outer : tag_line, depth, *open.back()); break;
            default:
                if (!is_name(name)) report(tag_line, {"doc.bad_name", {name}});
                open.back()->push_back({Node::Kind::value, name, origin(tag_line), {}});
            }
            // The counted lines: text up to the tag is behind us, a stripped line end is not yet counted.
            line = tag_line + static_cast<int>(std::ranges::count(text.substr(end, next - end), '\n'));
            position = next;
        }
        add_text(text.substr(position));
        for (const auto& [name, at] : names) report(at, {"doc.open_section", {name}});
    }

private:
    void include(const std::string& name, const std::string& file, int line, int outer, int depth, std::vector<Node>& into) {
        const Place place{file, line, 0, {}};
        if (depth >= deepest_partial) {
            diagnostics_.push_back({Severity::error, {"doc.partial_depth", {name, std::to_string(deepest_partial)}}, place, {}});
            return;
        }
        const std::string wanted = name.ends_with(".md") ? name : name + ".md";
        const auto text = partials_ ? partials_(wanted) : std::nullopt;
        if (!text) {
            diagnostics_.push_back({Severity::error, {"doc.unknown_partial", {wanted}}, place, {}});
            return;
        }
        if (text->size() > largest_template || text->find(open_mark) != std::string::npos ||
            text->find(close_mark) != std::string::npos || !is_valid_utf8(*text)) {
            diagnostics_.push_back({Severity::error, {"doc.bad_partial", {wanted}}, place, {}});
            return;
        }
        if (++included_ > 500) {
            if (included_ == 501)
                diagnostics_.push_back(
                    {Severity::error, {"doc.partial_depth", {name, std::to_string(deepest_partial)}}, place, {}});
            return;
        }
        // A licence line in a comment belongs to the file, not to the sheet.
        std::string body = replaced(*text, "\r\n", "\n");
        int first_line = 1;
        if (body.starts_with("<!--")) {
            const auto end = body.find("-->\n");
            if (end != std::string::npos) {
                first_line += static_cast<int>(std::ranges::count(body.substr(0, end + 4), '\n'));
                body.erase(0, end + 4);
            }
        }
        parse(wanted, body, first_line, outer, depth + 1, into);
    }

    TemplateNodes& out_;
    const Partials& partials_;
    Diagnostics& diagnostics_;
    int included_ = 0;
};

struct Frame {
    Value value;
    std::size_t number = 0; ///< place in its list, from 1; 0 = no list
};

std::vector<std::string> names_of(const std::vector<Frame>& frames) {
    std::vector<std::string> out;
    for (const auto& frame : frames) {
        if (const auto* object = std::get_if<ObjectPtr>(&frame.value.is); object && *object) {
            auto names = (*object)->names();
            out.insert(out.end(), names.begin(), names.end());
        }
    }
    return out;
}

class Renderer {
public:
    Renderer(const TemplateNodes& nodes, std::span<const Value> scopes, bool every_branch, Diagnostics& diagnostics)
        : nodes_(nodes)
        , every_branch_(every_branch)
        , diagnostics_(diagnostics) {
        for (const auto& scope : scopes) frames_.push_back({scope, 0});
    }

    Marked run() {
        render(nodes_.nodes);
        std::ranges::sort(out_.traces);
        out_.traces.erase(std::unique(out_.traces.begin(), out_.traces.end()), out_.traces.end());
        return std::move(out_);
    }

    std::optional<Value> look_up(std::string_view name, const Place& place) {
        if (name == ".") return frames_.empty() ? Value{Missing{}} : frames_.back().value;
        const auto parts = split(name, '.');
        std::optional<Value> found;
        for (std::size_t i = frames_.size(); i-- > 0 && !found;) {
            const auto* object = std::get_if<ObjectPtr>(&frames_[i].value.is);
            if (object && *object) found = (*object)->member(parts.front());
            if (!found && parts.front() == "nr" && frames_[i].number) found = Value{std::to_string(frames_[i].number)};
        }
        if (!found) {
            report_unknown(name, parts.front(), names_of(frames_), place);
            return std::nullopt;
        }
        for (std::size_t i = 1; i < parts.size(); ++i) {
            if (parts[i] == "entfaellt") {
                const auto what = printed(*found);
                const auto* missing = std::get_if<Missing>(&what);
                found = Value{missing && !missing->word.empty()};
                continue;
            }
            const auto* object = std::get_if<ObjectPtr>(&found->is);
            if (!object || !*object) {
                const bool is_list = std::holds_alternative<Items>(found->is);
                diagnostics_.push_back(
                    {Severity::error,
                     {is_list ? "doc.name_in_list" : "doc.name_in_text", {std::string(name), std::string(parts[i - 1])}},
                     place,
                     {}});
                return std::nullopt;
            }
            auto next = (*object)->member(parts[i]);
            if (!next) {
                report_unknown(name, parts[i], (*object)->names(), place);
                return std::nullopt;
            }
            found = std::move(next);
        }
        return found;
    }

private:
    Place place(const Origin& at) const { return {nodes_.files[static_cast<std::size_t>(at.file)], at.line, 0, {}}; }

    void report_unknown(std::string_view name, std::string_view part, const std::vector<std::string>& known, const Place& place) {
        std::vector<Message> hints;
        const auto near = nearest(part, known);
        if (!near.empty()) hints.push_back({"doc.did_you_mean", {joined(near, ", ")}});
        diagnostics_.push_back({Severity::error, {"doc.unknown_name", {std::string(name)}}, place, std::move(hints)});
    }

    void render(const std::vector<Node>& nodes) {
        for (const auto& node : nodes) {
            if (stopped_) return;
            if (++steps_ > most_steps || out_.text.size() > longest_output) {
                stopped_ = true;
                diagnostics_.push_back({Severity::error, {"doc.too_much", {}}, place(node.at), {}});
                return;
            }
            switch (node.kind) {
            case Node::Kind::text: add_text(node); break;
            case Node::Kind::value: add_value(node); break;
            case Node::Kind::section: render_section(node); break;
            case Node::Kind::inverted: {
                const auto value = look_up(node.text, place(node.at));
                if (value && (every_branch_ || !value->is_true())) render(node.children);
                break;
            }
            }
        }
    }

    void render_section(const Node& node) {
        const auto value = look_up(node.text, place(node.at));
        if (!value) {
            return;
        }
        if (const auto* list = std::get_if<Items>(&value->is)) {
            if (every_branch_) {
                if (list->shape) render_entry(node, *list->shape, 1);
                return;
            }
            for (std::size_t i = 0; i < list->items.size() && !stopped_; ++i) render_entry(node, list->items[i], i + 1);
        } else if (every_branch_ || value->is_true()) {
            const bool is_object = std::holds_alternative<ObjectPtr>(value->is);
            if (is_object)
                render_entry(node, *value, 0);
            else
                render(node.children);
        }
    }

    void render_entry(const Node& node, const Value& entry, std::size_t number) {
        frames_.push_back({entry, number});
        render(node.children);
        frames_.pop_back();
    }

    void begin_line(const Origin& at) {
        if (out_.lines.size() <= line_ends_) out_.lines.push_back(at);
    }

    void add_char(char c, const Origin& at) {
        begin_line(at);
        out_.text += c;
        if (c == '\n') ++line_ends_;
    }

    void add_mark(Mark mark, const Origin& at) {
        begin_line(at);
        out_.text += open_mark;
        out_.text += std::to_string(out_.marks.size());
        out_.text += close_mark;
        out_.marks.push_back(std::move(mark));
    }

    void add_text(const Node& node) {
        Origin at = node.at;
        const std::string_view text = node.text;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t run = std::min(text.find_first_not_of('_', i), text.size()) - i;
            if (run >= 2) {
                i += run;
                const bool to_the_end = text.substr(i).starts_with("…");
                if (to_the_end) i += std::string_view("…").size();
                add_mark({Mark::Kind::line, {}, to_the_end ? 0 : static_cast<int>(std::min<std::size_t>(run, 100)) * 3}, at);
                continue;
            }
            add_char(text[i], at);
            if (text[i] == '\n') {
                ++at.line;
                if (at.file == 0) ++at.outer;
            }
            ++i;
        }
    }

    void add_value(const Node& node) {
        const auto value = look_up(node.text, place(node.at));
        if (!value) return;
        auto out = printed(*value);
        if (auto* text = std::get_if<std::string>(&out)) {
            if (!value->trace.empty()) out_.traces.push_back(value->trace);
            add_mark({Mark::Kind::value, std::move(*text), 0}, node.at);
        } else {
            auto& missing = std::get<Missing>(out);
            const bool has_word = !missing.word.empty();
            add_mark({has_word ? Mark::Kind::value : Mark::Kind::missing, has_word ? missing.word : missing.label, 30}, node.at);
        }
    }

    const TemplateNodes& nodes_;
    bool every_branch_;
    Diagnostics& diagnostics_;
    std::vector<Frame> frames_;
    Marked out_;
    std::size_t line_ends_ = 0;
    std::size_t steps_ = 0;
    bool stopped_ = false;
};

} // namespace

TemplateNodes parse_nodes(const std::string& file, std::string_view text, int first_line, const Partials& partials,
                          Diagnostics& diagnostics) {
    TemplateNodes out;
    NodeParser(out, partials, diagnostics).parse(file, text, first_line, 0, 0, out.nodes);
    return out;
}

Marked render(const TemplateNodes& nodes, std::span<const Value> scopes, bool every_branch, Diagnostics& diagnostics) {
    return Renderer(nodes, scopes, every_branch, diagnostics).run();
}

std::optional<Value> look_up(std::string_view name, std::span<const Value> scopes, const Place& place, Diagnostics& diagnostics) {
    const TemplateNodes none;
    return Renderer(none, scopes, false, diagnostics).look_up(name, place);
}

std::variant<std::string, Missing> printed(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.is)) {
        if (text->empty()) return Missing{};
        return *text;
    }
    if (const auto* flag = std::get_if<bool>(&value.is)) return std::string(*flag ? "ja" : "nein");
    if (const auto* missing = std::get_if<Missing>(&value.is)) return *missing;
    if (const auto* list = std::get_if<Items>(&value.is)) {
        std::vector<std::string> parts;
        for (const auto& item : list->items) {
            // A list within a list is no text.
            if (std::holds_alternative<Items>(item.is)) continue;
            auto part = printed(item);
            if (auto* text = std::get_if<std::string>(&part)) parts.push_back(std::move(*text));
        }
        if (parts.empty()) return Missing{list->label, {}};
        return joined(parts, list->separator);
    }
    const auto& object = std::get<ObjectPtr>(value.is);
    if (!object) return Missing{};
    const Value text = object->text();
    if (std::holds_alternative<ObjectPtr>(text.is)) return Missing{};
    return printed(text);
}

std::optional<std::pair<std::size_t, std::size_t>> mark_at(std::string_view text, std::size_t count) {
    if (!text.starts_with(open_mark)) return std::nullopt;
    const std::size_t begin = open_mark.size(), end = text.find(close_mark, begin);
    if (end == std::string_view::npos) return std::nullopt;
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(text.data() + begin, text.data() + end, index);
    if (error != std::errc() || stop != text.data() + end || index >= count) return std::nullopt;
    return std::pair{index, end + close_mark.size()};
}

} // namespace bcmkit::doc
