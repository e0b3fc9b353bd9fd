// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/date.hpp>
#include <bcmkit/model/plan.hpp>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bcmkit::cli {

/// What a command ends with; the table stands in docs/entwicklung/architektur.md and in the manual.
enum class Exit : int {
    done = 0,    ///< done
    act = 1,     ///< done, and there is something to act on
    usage = 2,   ///< wrong use or bad input
    machine = 3, ///< the machine refused: disk, permission, file in use
    forged = 4,  ///< verification failed
};

/// Everything a command may know of the world outside: streams and the clock. Tests make their own.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    std::istream& in;
    bool out_is_terminal = false; ///< a person is reading `out`
    bool err_is_terminal = false; ///< progress may be shown
    bool in_is_terminal = false;  ///< a person can answer
    bool colour = false;
    int width = 80;                                   ///< columns
    Date today;                                       ///< of the clock, or of SOURCE_DATE_EPOCH
    std::string now;                                  ///< "2026-12-01 08:15:00", local time, for the history
    std::string user;                                 ///< who is at the machine, for the history
    std::optional<std::string> plan_from_environment; ///< BCMKIT_PLAN
    std::filesystem::path folder;                     ///< where the user stands
    /// The number of a file system, instead of asking the operating system; for tests (store::FileSystemKind).
    unsigned long (*file_system)(const std::filesystem::path&) = nullptr;
};

/// The options that every command takes.
struct Context {
    std::optional<std::string> plan_option; ///< -p/--plan
    std::optional<Date> date_option;        ///< --date/--stichtag

    /// The plan file: -p, else the only *.bcm in the user's folder, else BCMKIT_PLAN. Says on `err` where it lies on a drive
    /// of the network, so a command asks once. Throws Error{usage} where there is none, or several: then with their names.
    std::filesystem::path plan_file(Terminal& terminal) const;
    /// The day that rules, deadlines and ages use: --date, else the plan's Stichtag, else today.
    Date date(const Terminal& terminal, const model::Plan& plan) const;
};

/// Where a command declares what it takes. Declaring does no work and opens no file.
class Options {
public:
    virtual ~Options() = default;
    /// `names`: "--json" or "-o,--output,--datei"; `help`: German, without full stop.
    virtual Options& flag(std::string names, bool& target, std::string help) = 0;
    virtual Options& text(std::string names, std::optional<std::string>& target, std::string placeholder, std::string help) = 0;
    virtual Options& number(std::string names, std::optional<int>& target, std::string placeholder, std::string help) = 0;
    /// A word by its position: `name` is shown in help ("ID").
    virtual Options& argument(std::string name, std::string& target, std::string help) = 0;
    virtual Options& optional_argument(std::string name, std::optional<std::string>& target, std::string help) = 0;
    /// All remaining words.
    virtual Options& arguments(std::string name, std::vector<std::string>& target, std::string help) = 0;
};

class Command {
public:
    virtual ~Command() = default;
    virtual void declare(Options& options) = 0;
    virtual Exit run(Terminal& terminal, const Context& context) = 0;
};

/// A row of the command table (commands/commands.cpp).
struct CommandEntry {
    std::string_view name;    ///< English, for scripts: "check"
    std::string_view aliases; ///< German, comma separated, shown first in help: "pruefen,prüfen"
    std::string_view group;   ///< heading in `bcmkit help`
    std::string_view summary; ///< German, one line
    std::unique_ptr<Command> (*make)();
};

std::span<const CommandEntry> commands();

/// A word on `err` where the plan lies on a drive of the network: in an emergency it is gone with the network.
void warn_of_network_drive(Terminal& terminal, const std::filesystem::path& plan_file);

/// Runs one command line (without the program's name); maps errors to text on `err` and to the exit code.
Exit run_command_line(std::span<const std::string> words, Terminal& terminal);

/// Help for all commands, or for one; used by `help` and `--help`.
std::string help_text();
std::string help_text(const CommandEntry& entry);
/// By English name or German alias; nullptr where there is none.
const CommandEntry* command(std::string_view word);
/// The same; throws Error{usage} with the nearest commands, each by both names.
const CommandEntry& demand_command(std::string_view word);

} // namespace bcmkit::cli
