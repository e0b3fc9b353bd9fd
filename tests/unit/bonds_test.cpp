// SPDX-License-Identifier: EUPL-1.2
#include "../../lib/src/layout/bonds.hpp"

#include <bcmkit/base/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace bcmkit;

namespace {

/// The text with "~" for each blank at which no line may end.
std::string bound(std::string_view text) {
    std::vector<std::string_view> words;
    std::string out;
    for (const auto word : split(text, ' ')) {
        layout::WordsBefore before;
        for (std::size_t i = 0; i < before.size() && i < words.size(); ++i) before[i] = words[words.size() - 1 - i];
        if (!words.empty()) out += layout::belong_together(before, word) ? "~" : " ";
        out += word;
        words.push_back(word);
    }
    return out;
}

} // namespace

TEST_CASE("a paragraph keeps its number, its parts and its law") {
    CHECK(bound("nach (Art. 33 DSGVO) melden") == "nach (Art.~33~DSGVO) melden");
    CHECK(bound("Meldung (§ 83a SGB X), sofort") == "Meldung (§~83a~SGB~X), sofort");
    CHECK(bound("§ 81 Abs. 4 AufenthG beachten") == "§~81~Abs.~4~AufenthG beachten");
    CHECK(bound("Art. 33 Meldung an die Aufsicht") == "Art.~33 Meldung an die Aufsicht");
}

TEST_CASE("the groups of a phone number stay on one line however many there are") {
    CHECK(bound("rufen Sie 0171 392 00-51 an") == "rufen Sie 0171~392~00-51 an");
    CHECK(bound("Telefon 030 231 25-120. Danke") == "Telefon 030~231~25-120. Danke");
    CHECK(bound("Vertrag 990 540 07 prüfen") == "Vertrag 990 540 07 prüfen");
}

TEST_CASE("numbers keep their unit, places their number, signs their word") {
    CHECK(bound("in 5 Bankarbeitstagen aus Raum 112 von Amt 20") == "in 5~Bankarbeitstagen aus Raum~112 von Amt~20");
    CHECK(bound("200 × 20 Euro") == "200~×~20~Euro");
    CHECK(bound("Sozialwesen (● zwingend · ○ eingeschränkt)") == "Sozialwesen (●~zwingend~· ○~eingeschränkt)");
    CHECK(bound("am Fr 9 Uhr, sonst Mo–Fr 11 Uhr") == "am Fr~9~Uhr, sonst Mo–Fr~11~Uhr");
    CHECK(bound("✕ selbst reparieren") == "✕~selbst reparieren");
}
