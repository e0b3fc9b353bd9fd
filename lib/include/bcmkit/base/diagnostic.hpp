// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/base/error.hpp>
#include <bcmkit/base/message.hpp>

#include <vector>

namespace bcmkit {

enum class Severity { info, warning, error };

/// A mistake in what people wrote. Readers collect all of them and go on.
struct Diagnostic {
    Severity severity = Severity::error;
    Message message;
    Place place;
    std::vector<Message> hints;
};

using Diagnostics = std::vector<Diagnostic>;

/// Whether something stands in the way, as opposed to being worth a word.
bool has_errors(const Diagnostics& diagnostics);

/// "leistungen.toml, Zeile 12: Unbekannter Schlüssel „mtdp“. Meinten Sie „mtpd“?"
std::string to_text(const Diagnostic& diagnostic);

} // namespace bcmkit
