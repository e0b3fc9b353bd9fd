// SPDX-License-Identifier: EUPL-1.2
#include "command.hpp"

#include <bcmkit/base/file.hpp>
#include <bcmkit/base/message.hpp>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace {

using namespace bcmkit;

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

bool is_terminal([[maybe_unused]] int handle) {
#ifdef _WIN32
    return _isatty(handle) != 0;
#else
    return isatty(handle) != 0;
#endif
}

int terminal_columns() {
#ifndef _WIN32
    winsize size{};
    if (ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
#endif
    return 80;
}

// The one place that reads the clock.
std::tm clock_now() {
    std::time_t seconds = std::time(nullptr);
    bool fixed = false;
    if (const auto epoch = environment("SOURCE_DATE_EPOCH")) {
        seconds = static_cast<std::time_t>(std::strtoll(epoch->c_str(), nullptr, 10));
        fixed = true;
    }
    std::tm parts{};
#ifdef _WIN32
    if (fixed)
        gmtime_s(&parts, &seconds);
    else
        localtime_s(&parts, &seconds);
#else
    if (fixed)
        gmtime_r(&seconds, &parts);
    else
        localtime_r(&seconds, &parts);
#endif
    return parts;
}

/// Who types: for the history. The tables of accounts stay unread: a static program must not need them.
std::string user_name() {
    for (const auto* name : {"BCMKIT_USER", "USER", "LOGNAME", "USERNAME"}) {
        if (auto value = environment(name); value && !value->empty()) return *value;
    }
#ifdef _WIN32
    return "unbekannt";
#else
    return "Konto " + std::to_string(getuid());
#endif
}

int run(std::vector<std::string> words) {
    const std::tm now = clock_now();
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &now);
    cli::Terminal terminal{
        .out = std::cout,
        .err = std::cerr,
        .in = std::cin,
        .out_is_terminal = is_terminal(1),
        .err_is_terminal = is_terminal(2),
        .in_is_terminal = is_terminal(0),
        .colour = is_terminal(1) && !environment("NO_COLOR") && environment("TERM").value_or("dumb") != "dumb",
        .width = terminal_columns(),
        .today = Date::of(now.tm_year + 1900, now.tm_mon + 1, now.tm_mday).value_or(Date()),
        .now = text,
        .user = user_name(),
        .plan_from_environment = environment("BCMKIT_PLAN"),
        .folder = std::filesystem::current_path(),
    };
    try {
        const auto exit = cli::run_command_line(words, terminal);
        // A report that is cut off looks like a short one.
        if (!std::cout.flush()) {
            std::cerr << to_text(Message{"cli.output_lost", {}}) << "\n";
            return static_cast<int>(cli::Exit::machine);
        }
        return static_cast<int>(exit);
    } catch (const std::exception& error) {
        std::cerr << "bcmkit: Programmfehler, bitte melden: " << error.what() << "\n";
        return 70; // EX_SOFTWARE: none of the documented codes
    }
}

} // namespace

#ifdef _WIN32
int wmain(int count, wchar_t** words) {
    std::vector<std::string> utf8;
    for (int i = 1; i < count; ++i) utf8.push_back(to_text(std::filesystem::path(words[i])));
    return run(std::move(utf8));
}
#else
int main(int count, char** words) { return run(std::vector<std::string>(words + 1, words + count)); }
#endif
