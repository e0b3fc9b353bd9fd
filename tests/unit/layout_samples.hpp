// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bcmkit/doc/document.hpp>
#include <bcmkit/pdf/pdf.hpp>

#include <initializer_list>
#include <string>
#include <utility>

/// Sheets made by hand, as templates would make them.
namespace bcmkit::samples {

/// "**bold** plain ____ ☐ [1.02]" as inlines; enough of the language of templates for tests.
inline doc::Inlines text(std::string_view source) {
    doc::Inlines out;
    bool strong = false;
    std::string run;
    const auto flush = [&] {
        if (run.empty()) return;
        doc::Text part;
        part.text = run;
        part.strong = strong;
        out.emplace_back(std::move(part));
        run.clear();
    };
    for (std::size_t i = 0; i < source.size(); ++i) {
        const auto rest = source.substr(i);
        if (rest.starts_with("**")) {
            flush();
            strong = !strong;
            ++i;
        } else if (rest.starts_with("☐")) {
            flush();
            out.emplace_back(doc::Choice{});
            i += std::string_view("☐").size() - 1;
        } else if (rest.starts_with("____…")) {
            flush();
            out.emplace_back(doc::WriteIn{0, ""});
            i += std::string_view("____…").size() - 1;
        } else if (rest.starts_with("____")) {
            flush();
            doc::WriteIn line;
            line.width_mm = 0;
            std::size_t count = 0;
            while (count < rest.size() && rest[count] == '_') ++count;
            line.width_mm = static_cast<int>(count) * 3;
            out.emplace_back(line);
            i += count - 1;
        } else if (rest.front() == '[' && rest.find(']') != std::string_view::npos) {
            flush();
            doc::SheetRef reference;
            reference.sheet = rest.substr(1, rest.find(']') - 1);
            reference.strong = strong;
            out.emplace_back(std::move(reference));
            i += rest.find(']');
        } else if (rest.front() == '~')
            run += "\u00A0";
        else
            run += rest.front();
    }
    flush();
    return out;
}

template <typename T> doc::Block block(T is) {
    doc::Block made;
    made.is = std::move(is);
    return made;
}

inline doc::Step step(bool critical, std::string lead, std::string_view what, std::string_view wanted = "",
                      std::initializer_list<std::string_view> lines = {}) {
    doc::Step made;
    made.critical = critical;
    made.lead = std::move(lead);
    made.text = text(what);
    made.wanted = text(wanted);
    for (const auto line : lines) made.lines.push_back(text(line));
    return made;
}

inline doc::Paragraph paragraph(std::string_view source) { return doc::Paragraph{text(source)}; }
inline doc::Heading heading(int level, std::string_view source) { return doc::Heading{level, text(source)}; }

inline doc::Sheet sheet(std::string number, std::string title, doc::Blocks blocks = {}) {
    doc::Sheet made;
    made.number = std::move(number);
    made.title = std::move(title);
    made.source = made.number + ".md";
    made.blocks = std::move(blocks);
    return made;
}

/// The card of the reference page.
inline doc::Sheet alarm_card() {
    auto made = sheet("1.01", "Cyberangriff: erste 15 Minuten");
    made.mark = "15 min";
    made.mode = "Vorlesen und sofort tun – Zeile für Zeile abhaken";
    made.reader = "Liest vor: wer den Ordner hat";
    doc::Facts facts;
    facts.rows.push_back(
        {"Gilt, wenn",
         text("Erpressernachricht **oder** verschlüsselte Dateien **oder** Alarm auf mehreren Geräten **oder** Warnung von "
              "Polizei, CERT oder Dienstleister.")});
    facts.rows.push_back({"Ziel", text("Ausbreitung stoppen. Sicherungen retten. Spuren erhalten. Leitung informieren.")});
    facts.rows.push_back({"Entdeckt", text("um ________ Uhr von ____…")});
    made.blocks.push_back(block(facts));
    made.blocks.push_back(block(doc::Warning{true, text("Nichts löschen. Nichts neu installieren. Nicht als Administrator "
                                                        "anmelden. Nicht mit Erpressern sprechen. Nichts davon in E-Mail "
                                                        "oder Chat: Angreifer lesen mit.")}));
    doc::Steps steps;
    steps.steps = {
        step(true, "1",
             "**Datensicherung trennen:** Netzwerkkabel (gelb) am Server SRV-BAK1 ziehen. Keller, Raum K 04, Schrank 2. Gerät "
             "**anlassen.**",
             "Netzwerk-Leuchte aus"),
        step(true, "2", "**Internet trennen:** Kabel „WAN“ an Firewall FW-1 ziehen. Keller, Raum K 04, Schrank 1, oben.",
             "Leuchte WAN aus"),
        step(true, "3",
             "**Partner trennen:** Landesnetz, Rechenzentrum, Standorte, Fernwartung, Stadtwerke. Steckplätze: Blatt [6.02].",
             "alle 5 getrennt"),
        step(false, "4",
             "**Betroffene Rechner:** Kabel am Rechner ziehen (nicht am Telefon), WLAN aus, **anlassen.** Nur wenn Trennen "
             "unmöglich: Strom weg, ins "
             "Tagebuch."),
        step(true, "5", "**Leitung anrufen,** mobil, je 3 Minuten, dann die nächste Person:", "",
             {"☐ Ayşe Şahin 0171~392~00-11", "☐ Jan Łukaszewski 0171~392~00-12", "☐ Petra Müller-Lüdenscheidt 0171~392~00-13"}),
        step(false, "6", "**Alle warnen:** Durchsage, Läufer je Etage, Zentrale, Außenstellen. Text: Blatt [4.05].",
             "alle Häuser erreicht"),
        step(false, "7", "**Einsatztagebuch beginnen,** Register 9: Wer hat was bemerkt, wer hat was getrennt?",
             "Zeile 001 geschrieben"),
    };
    made.blocks.push_back(block(steps));
    doc::Halt halt;
    halt.title = text("Laut vorlesen, laut antworten:");
    halt.questions = {text("Sind die Sicherungen vom Netz?"), text("Sind Internet und Partner getrennt?"),
                      text("Weiß die Leitung Bescheid?")};
    halt.outcomes = {text("**dreimal Ja → weiter: Karte 1 h**"), text("ein Nein → zurück zur Zeile")};
    made.blocks.push_back(block(halt));
    made.blocks.push_back(block(doc::EndLine{text("Ende Karte 15 min"), text("weiter: Karte 1 h, Blatt [1.02] →")}));
    return made;
}

inline doc::Imprint imprint() {
    doc::Imprint made;
    made.organisation = "Landkreis Musterland";
    made.title = "Notfallhandbuch";
    made.edition = "Entwurf · Stand 01.12.2026";
    return made;
}

inline pdf::Metadata metadata() {
    pdf::Metadata made;
    made.title = "Notfallhandbuch Landkreis Musterland";
    made.author = "Landkreis Musterland";
    made.date = Date::of(2026, 12, 1).value_or(Date());
    return made;
}

inline doc::Document binder() {
    doc::Document made;
    made.imprint = imprint();
    made.sheets = {alarm_card()};
    return made;
}

} // namespace bcmkit::samples
