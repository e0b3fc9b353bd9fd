// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/doc/block.hpp>

#include <string>
#include <vector>

namespace bcmkit::doc {

enum class Format : std::uint8_t {
    a4,           ///< portrait, the default
    a4_landscape, ///< head towards the binding edge
    a5,
    a6,        ///< card
    a4_poster, ///< to hang on a wall: large type
};

/// One Blatt: the unit of exchange. One object, one Blatt (print-design §1.12).
struct Sheet {
    std::string number; ///< "1.01", "5.12", "5.V50"
    std::string title;
    std::string mark;   ///< in the black box at the left of the title: "15 min"; empty = the number
    std::string mode;   ///< "Vorlesen und tun – Zeile für Zeile abhaken"
    std::string reader; ///< "Liest vor: wer den Ordner hat"
    Format format = Format::a4;
    bool confidential = false; ///< carries the VERTRAULICH mark on every page
    bool has_title = true;     ///< cover and cards draw their own head
    bool in_list = true;       ///< listed in 0.05
    std::string record;        ///< id of the object it belongs to; empty for general sheets
    std::string part;          ///< of a report, not of the binder: "Teil 3 von 17". Its pages are counted "2 von 5"
    std::string source;        ///< template file, for messages
    Blocks blocks;

    /// "1" of "1.01", "12" of "12.01"; -1 where it stands in no register.
    int chapter() const;
};

/// What stands on every page besides the content.
struct Imprint {
    std::string organisation; ///< "Landkreis Musterland"
    std::string title;        ///< "Notfallhandbuch"
    std::string edition;      ///< "Entwurf · Stand 01.12.2026" or "Ausgabe 3 · 15.01.2026"
    std::string audience;     ///< the Fassung as printed: "intern"; empty = not said
    std::string copy;         ///< "Exemplar 4 von 7"; empty = none
    std::string warning;      ///< "VERTRAULICH – enthält 61 private Rufnummern"; printed on confidential sheets
};

struct Document {
    Imprint imprint;
    std::vector<Sheet> sheets; ///< in the order of the binder
};

} // namespace bcmkit::doc
