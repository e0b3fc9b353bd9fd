// SPDX-License-Identifier: EUPL-1.2
// The only file that knows CLI11: it costs five seconds to compile.
#include "command.hpp"

#include <bcmkit/base/embedded.hpp>
#include <bcmkit/base/error.hpp>
#include <bcmkit/base/text.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace bcmkit::cli {

namespace {

/// What a command declared, for its help page.
struct Declared {
    std::string usage;
    std::vector<std::pair<std::string, std::string>> arguments, options;
};

class Declaring final : public Options {
public:
    Declaring(CLI::App* app, Declared& declared) : app_(app), declared_(declared) {}

    Options& flag(std::string names, bool& target, std::string help) override {
        declared_.options.emplace_back(names, help);
        if (app_) app_->add_flag(names, target);
        return *this;
    }
    Options& text(std::string names, std::optional<std::string>& target, std::string placeholder, std::string help) override {
        declared_.options.emplace_back(names + " " + placeholder, help);
        if (app_) app_->add_option(names, target);
        return *this;
    }
    Options& number(std::string names, std::optional<int>& target, std::string placeholder, std::string help) override {
        declared_.options.emplace_back(names + " " + placeholder, help);
        if (app_) app_->add_option(names, target);
        return *this;
    }
    Options& argument(std::string name, std::string& target, std::string help) override {
        declared_.usage += " " + name;
        declared_.arguments.emplace_back(name, help);
        if (app_) app_->add_option(name, target)->required();
        return *this;
    }
    Options& optional_argument(std::string name, std::optional<std::string>& target, std::string help) override {
        declared_.usage += " [" + name + "]";
        declared_.arguments.emplace_back(name, help);
        if (app_) app_->add_option(name, target);
        return *this;
    }
    Options& arguments(std::string name, std::vector<std::string>& target, std::string help) override {
        declared_.usage += " [" + name + " …]";
        declared_.arguments.emplace_back(name, help);
        // "FELD=WERT": from 2.4 on CLI11 takes no "=" in a name. It never prints this one, as no word of these is required.
        std::replace(name.begin(), name.end(), '=', '-');
        if (app_) app_->add_option(name, target);
        return *this;
    }

private:
    CLI::App* app_;
    Declared& declared_;
};

std::string first_alias(const CommandEntry& entry) {
    return std::string(entry.aliases.empty() ? entry.name : split(entry.aliases, ',').front());
}

std::string padded(std::string_view text, int width) {
    return std::string(text) + std::string(static_cast<std::size_t>(std::max(1, width - terminal_width(text))), ' ');
}

void add_common(CLI::App& app, Context& context, std::optional<std::string>& date) {
    app.set_help_flag();
    app.add_option("-p,--plan", context.plan_option);
    app.add_option("--date,--stichtag", date);
}

bool is(const CLI::ParseError& error, CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); }

// CLI11 speaks English; these are the mistakes that people make. `extras`: words that nothing takes.
Message german(const CLI::ParseError& error, const std::vector<std::string>& extras) {
    const std::string text = error.what();
    const auto before = [&](std::string_view mark) { return text.substr(0, text.find(mark)); };
    if (is(error, CLI::ExitCodes::ExtrasError)) return {"cli.unknown_word", {joined(extras, " ")}};
    if (is(error, CLI::ExitCodes::RequiredError)) return {"cli.missing_word", {before(" is required")}};
    if (is(error, CLI::ExitCodes::ArgumentMismatch)) return {"cli.missing_value", {before(":")}};
    if (is(error, CLI::ExitCodes::ConversionError)) return {"cli.not_a_number", {text.substr(text.rfind(' ') + 1)}};
    return {"cli.cannot_read_line", {text}};
}

std::vector<std::string> all_command_words() {
    std::vector<std::string> words;
    for (const auto& entry : commands()) {
        words.emplace_back(entry.name);
        for (const auto alias : split(entry.aliases, ',')) {
            if (!alias.empty()) words.emplace_back(alias);
        }
    }
    return words;
}

/// "pruefen (check)", or the one name where there is only one.
std::string both_names(const CommandEntry& entry) {
    const std::string alias = first_alias(entry);
    return alias == entry.name ? alias : alias + " (" + std::string(entry.name) + ")";
}

/// For words that nothing takes: the options that they may have meant.
std::vector<Message> hints_for(const std::vector<std::string>& extras, const CommandEntry& entry, const Declared& declared) {
    std::vector<std::string> options{"--plan", "--date", "--stichtag", "--help"};
    for (const auto& [names, help] : declared.options) {
        for (const auto name : split(std::string_view(names).substr(0, names.find(' ')), ',')) options.emplace_back(name);
    }
    std::vector<Message> hints;
    for (const auto& word : extras) {
        if (!word.starts_with("--")) continue;
        if (const auto near = nearest(word, options); !near.empty()) hints.push_back({"cli.did_you_mean", {joined(near, ", ")}});
    }
    hints.push_back({"cli.see_help", {std::string(entry.name)}});
    return hints;
}

void print_error(Terminal& terminal, const Error& error) {
    const std::string place = to_text(error.place());
    terminal.err << "bcmkit: " << (place.empty() ? "" : place + ": ") << error.what() << "\n";
    for (const auto& hint : error.hints()) terminal.err << "  " << to_text(hint) << "\n";
}

Exit exit_for(ErrorCode code) {
    switch (code) {
    case ErrorCode::machine: return Exit::machine;
    case ErrorCode::forged: return Exit::forged;
    default: return Exit::usage;
    }
}

// The command is the first word that is neither an option nor the value of a common option.
std::size_t command_position(std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word == "-p" || word == "--plan" || word == "--date" || word == "--stichtag")
            ++i;
        else if (!word.starts_with('-'))
            return i;
    }
    return words.size();
}

Exit run_found(const CommandEntry& entry, std::vector<std::string> words, Terminal& terminal) {
    if (std::ranges::find(words, "--help") != words.end() || std::ranges::find(words, "-h") != words.end()) {
        terminal.out << help_text(entry);
        return Exit::done;
    }
    const auto command = entry.make();
    CLI::App app;
    Context context;
    std::optional<std::string> date;
    Declared declared;
    add_common(app, context, date);
    Declaring declaring(&app, declared);
    command->declare(declaring);
    try {
        std::ranges::reverse(words); // CLI11 takes its words from the back
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        const auto extras = app.remaining();
        throw Error(ErrorCode::usage, german(error, extras), {}, hints_for(extras, entry, declared));
    }
    if (date) {
        context.date_option = parse_date(*date);
        if (!context.date_option) throw Error(ErrorCode::usage, {"cli.no_date", {*date}});
    }
    return command->run(terminal, context);
}

} // namespace

const CommandEntry* command(std::string_view word) {
    for (const auto& entry : commands()) {
        if (entry.name == word) return &entry;
        for (const auto alias : split(entry.aliases, ',')) {
            if (!alias.empty() && alias == word) return &entry;
        }
    }
    return nullptr;
}

const CommandEntry& demand_command(std::string_view word) {
    if (const auto* entry = command(word)) return *entry;
    std::vector<std::string> near;
    for (const auto& one : nearest(word, all_command_words())) {
        const std::string names = both_names(*command(one));
        if (std::ranges::find(near, names) == near.end()) near.push_back(names);
    }
    std::vector<Message> hints;
    if (!near.empty()) hints.push_back({"cli.did_you_mean", {joined(near, ", ")}});
    hints.push_back({"cli.all_commands", {}});
    throw Error(ErrorCode::usage, {"cli.unknown_command", {std::string(word)}}, {}, std::move(hints));
}

std::string help_text() {
    std::string text =
        "bcmkit – Notfallplan und Checklisten, die ohne IT funktionieren\n\nAufruf: bcmkit [-p PLAN.bcm] BEFEHL …\n";
    std::vector<std::string_view> groups;
    for (const auto& entry : commands()) {
        if (std::ranges::find(groups, entry.group) == groups.end()) groups.push_back(entry.group);
    }
    for (const auto group : groups) {
        text += "\n" + std::string(group) + "\n";
        for (const auto& entry : commands()) {
            if (entry.group != group) continue;
            text += "  " + padded(both_names(entry), 30) + std::string(entry.summary) + "\n";
        }
    }
    text += "\nFür alle Befehle\n";
    text += "  " + padded("-p, --plan DATEI", 30) + "Plandatei; ohne Angabe die einzige *.bcm im Ordner, sonst BCMKIT_PLAN\n";
    text += "  " + padded("--date, --stichtag TAG", 30) + "gilt statt heute, zum Beispiel 01.12.2026\n";
    text += "\nMehr zu einem Befehl: bcmkit hilfe BEFEHL\n";
    return text;
}

std::string help_text(const CommandEntry& entry) {
    Declared declared;
    Declaring declaring(nullptr, declared);
    entry.make()->declare(declaring);
    std::string text = "bcmkit " + first_alias(entry) + declared.usage + (declared.options.empty() ? "" : " [Optionen]") + "\n";
    text += std::string(entry.summary) + (entry.summary.ends_with('?') ? "\n" : ".\n");
    if (!entry.aliases.empty())
        text += "Auch: " + std::string(entry.name) + replaced("," + std::string(entry.aliases), ",", ", ") + "\n";
    for (const auto* part : {&declared.arguments, &declared.options}) {
        if (!part->empty()) text += "\n";
        for (const auto& [name, help] : *part) text += "  " + padded(replaced(name, ",", ", "), 34) + help + "\n";
    }
    const std::string manual = "cli/commands/" + std::string(entry.name) + ".de.md";
    for (const auto& embedded : embedded_texts()) {
        if (embedded.path == manual) text += "\n" + std::string(embedded.text);
    }
    return text;
}

Exit run_command_line(std::span<const std::string> words, Terminal& terminal) {
    try {
        const std::size_t position = command_position(words);
        std::vector<std::string> rest(words.begin(), words.end());
        if (position == words.size()) {
            const bool wants_help =
                std::ranges::find(rest, "--help") != rest.end() || std::ranges::find(rest, "-h") != rest.end();
            if (std::ranges::find(rest, "--version") != rest.end()) {
                terminal.out << "bcmkit " << BCMKIT_VERSION << "\n";
                return Exit::done;
            }
            if (wants_help) {
                terminal.out << help_text();
                return Exit::done;
            }
            return run_found(*command("start"), std::move(rest), terminal);
        }
        const auto& entry = demand_command(words[position]);
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
        return run_found(entry, std::move(rest), terminal);
    } catch (const Error& error) {
        print_error(terminal, error);
        return exit_for(error.code());
    }
}

} // namespace bcmkit::cli
