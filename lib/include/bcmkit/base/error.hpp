// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/message.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace bcmkit {

/// Why an operation stopped. Each code has one exit code of the command line (docs/entwicklung/architektur.md).
enum class ErrorCode {
    usage,   ///< wrong words: unknown id, kind, field, selector (exit 2)
    input,   ///< what people wrote cannot be read: TOML, template, plan file of a foreign program (exit 2)
    corrupt, ///< a plan file that is damaged (exit 2)
    too_new, ///< a plan file of a newer bcmkit (exit 2)
    machine, ///< the machine refused: permission, read-only, disk full, file in use (exit 3)
    forged,  ///< verification failed (exit 4)
};

/// Where in the user's material.
struct Place {
    std::string file;
    int line = 0;       ///< counted from 1; 0 = the whole file
    int column = 0;     ///< counted from 1; 0 = the whole line
    std::string record; ///< id of the record, where there is one

    bool operator==(const Place&) const = default;
};

/// "leistungen.toml, Zeile 12" – empty where nothing is known.
std::string to_text(const Place& place);

/// The one exception of the library: the operation stopped and left nothing
/// half done. Mistakes in the user's data are not errors; see Diagnostic.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, Message message, Place place = {}, std::vector<Message> hints = {});

    ErrorCode code() const noexcept { return code_; }
    const Message& message() const noexcept { return message_; }
    const Place& place() const noexcept { return place_; }
    /// What the user can do about it, a line each.
    const std::vector<Message>& hints() const noexcept { return hints_; }

private:
    ErrorCode code_;
    Message message_;
    Place place_;
    std::vector<Message> hints_;
};

} // namespace bcmkit
