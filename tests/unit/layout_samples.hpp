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

inline doc::Column column(std::string_view head, int width, bool write = false, bool strong = false,
                          doc::Align align = doc::Align::left) {
    doc::Column made;
    made.head = text(head);
    made.width_mm = width;
    made.write = write;
    made.strong = strong;
    made.align = align;
    return made;
}
inline doc::Row row(std::initializer_list<std::string_view> cells, bool group = false) {
    doc::Row made;
    for (const auto cell : cells) made.cells.push_back(text(cell));
    made.group = group;
    return made;
}

/// A service sheet with most of the blocks of running text.
inline doc::Sheet service_sheet() {
    auto made = sheet("5.12", "Existenzsichernde Auszahlungen");
    made.mark = "Prio A";
    made.mode = "Notbetrieb starten · spätestens wieder nach 24 Stunden";
    made.reader = "Sozialamt";
    made.confidential = true;
    doc::Facts facts;
    facts.rows.push_back(
        {"Starten, wenn", text("das Auszahlungsverfahren **nicht** bis 10~Uhr läuft **oder** die Bank keinen Auftrag annimmt.")});
    facts.rows.push_back(
        {"Wer startet", text("Amtsleitung Sozialamt, in der Nacht Leitung Krisenstab: Ayşe Şahin, 030~231~25-112")});
    facts.rows.push_back({"Grenze", text("höchstens 5 Tage ohne IT, dann ____…")});
    made.blocks.push_back(block(facts));
    made.blocks.push_back(block(doc::Warning{false, text("Nur gegen Unterschrift auszahlen. Zwei Personen zählen das Geld.")}));
    made.blocks.push_back(block(heading(1, "So geht es ohne IT")));
    doc::Steps steps;
    steps.steps = {
        step(true, "1", "**Liste holen:** Papierauszug „Zahlfälle“ aus dem Tresor, Raum 112.", "Liste liegt auf dem Tisch"),
        step(false, "2", "**Fälle prüfen:** Wer bekommt heute Geld? Ankreuzen, was fehlt.")};
    made.blocks.push_back(block(steps));
    made.blocks.push_back(block(heading(1, "Menge und Personal")));
    made.blocks.push_back(block(paragraph(
        "Ohne IT schafft das Team etwa ein Viertel der Fälle. Wer zuerst an die Reihe kommt, entscheidet die Amtsleitung "
        "nach Blatt [5.00]; die Reihenfolge steht dort. Rückfragen an 0171~392~00-44. Kennwort: Umschlag 2, Seriennummer siehe "
        "unten.")));
    doc::Table table;
    table.columns = {column("Zeitraum", 34), column("Fälle je Tag", 28, false, false, doc::Align::right), column("Personal", 30),
                     column("Was liegen bleibt", 0)};
    table.rows = {row({"Tag 1 bis 3", "40", "4 Personen", "Neuanträge, Rückforderungen"}),
                  row({"Woche 1", "60", "6 Personen", "Rückforderungen"}),
                  row({"Woche 2 bis 4", "80", "6 Personen", "Widerspruchsverfahren und Kostenerstattungsansprüche"})};
    made.blocks.push_back(block(table));
    made.blocks.push_back(block(heading(2, "Das brauchen Sie")));
    doc::Checklist checklist;
    checklist.columns = 2;
    checklist.items = {text("Vordruck [9.12], 100 Stück"), text("Dienstsiegel und Stempelkissen"), text("Handkasse mit 2.000~€"),
                       text("Papierauszug, höchstens 7 Tage alt"), text("zwei Taschenrechner")};
    made.blocks.push_back(block(checklist));
    doc::List list;
    list.ordered = true;
    list.items = {{block(paragraph("Antrag entgegennehmen und Ausweis zeigen lassen."))},
                  {block(paragraph("Betrag aus der Liste übernehmen, auf volle Euro runden."))}};
    made.blocks.push_back(block(list));
    doc::Quote quote;
    quote.blocks = {block(paragraph("Unsere Computer sind ausgefallen. Sie bekommen heute eine Abschlagszahlung. Den Rest klären "
                                    "wir, sobald die Technik wieder läuft."))};
    made.blocks.push_back(block(heading(2, "Bürgerinfo-Satz")));
    made.blocks.push_back(block(quote));
    doc::Box box;
    box.title = "Im Notfall";
    box.blocks = {block(paragraph("Blatt [1.01] aufschlagen. Nummer der Leitstelle: **112**."))};
    made.blocks.push_back(block(box));
    made.blocks.push_back(block(doc::WriteLines{"Lage in drei Sätzen", 3}));
    doc::Columns columns;
    columns.columns = {{block(heading(2, "Partner")),
                        block(paragraph("Nachbarlandkreis Beispielland zahlt nach Anruf mit aus. Vertrag: Blatt [7.01]."))},
                       {block(heading(2, "Danach")),
                        block(paragraph("Alle Fälle innerhalb von 10 Tagen nacherfassen, Belege ein Jahr aufheben."))}};
    made.blocks.push_back(block(columns));
    doc::BigNumber number;
    number.label = "Notfallnummer";
    number.number = text("030~231~25-112");
    made.blocks.push_back(block(number));
    made.blocks.push_back(block(doc::ScaleBar{}));
    return made;
}

inline doc::Sheet contacts_sheet() {
    auto made = sheet("2.02", "Wichtige Nummern");
    made.mode = "Nachschlagen";
    doc::Table table;
    table.columns = {column("Funktion", 44), column("Name", 0), column("Mobil", 42, false, true),
                     column("Ersatz", 40, false, true)};
    table.rows.push_back(row({"Krisenstab"}, true));
    for (int i = 0; i < 14; ++i) {
        table.rows.push_back(row({"S" + std::to_string(i % 6 + 1) + " Leitung", "Nguyễn Čapek",
                                  "0171~392~00-1" + std::to_string(i % 10), "030~231~25-112"}));
        if (i == 6) table.rows.push_back(row({"Dienstleister und Hotlines"}, true));
    }
    table.thick_every = 5;
    made.blocks.push_back(block(table));
    doc::Tree tree;
    // Numbers come with no-break spaces.
    tree.root = {"Bereitschaft IT", "Jan Łukaszewski", "0171 392 00-12", "", {}};
    tree.root.children = {
        {"Leitung IT-Notfallstab",
         "Petra Müller-Lüdenscheidt",
         "0171 392 00-13",
         "030 231 25-113",
         {{"S6 Information und Kommunikation", "Ayşe Şahin", "0171 392 00-14", "", {}},
          {"Dienstleister Netz", "", "030 231 25-200", "", {}}}},
        {"Landrätin", "Tomáš Čapek", "0171 392 00-15", "", {{"Pressestelle", "Nguyễn Văn An", "0171 392 00-16", "", {}}}}};
    made.blocks.push_back(block(heading(1, "Wer ruft wen an")));
    made.blocks.push_back(block(tree));
    return made;
}

inline doc::Sheet log_sheet() {
    auto made = sheet("9.01", "Einsatztagebuch");
    made.format = doc::Format::a4_landscape;
    made.mode = "Ausfüllen: eine Zeile je Ereignis · nichts radieren · Irrtum einmal durchstreichen und abzeichnen";
    doc::Form form;
    doc::Form::FieldRow fields;
    fields.height_mm = 11;
    for (const auto& [label, share] : {std::pair("Ereignis / Lage", 5), std::pair("Führende Stelle", 4), std::pair("Datum", 2),
                                       std::pair("Blatt", 1), std::pair("von", 1)}) {
        doc::Form::Field field;
        field.label = label;
        field.share = share;
        fields.fields.push_back(field);
    }
    form.rows.push_back(fields);
    doc::Form::FieldRow ticks;
    for (const char* label : {"Angriff", "technisch", "unklar"}) {
        doc::Form::Field field;
        field.label = label;
        field.box = true;
        ticks.fields.push_back(field);
    }
    form.rows.push_back(ticks);
    made.blocks.push_back(block(form));
    doc::Table table;
    table.min_row_mm = 11;
    table.columns = {column("Nr.", 14, true),
                     column("Uhrzeit", 20, true),
                     column("von (Wer meldet?)", 36, true),
                     column("an (Wer handelt?)", 36, true),
                     column("Was? Meldung · Entscheidung mit Grund · Auftrag", 0, true),
                     column("bis wann", 24, true),
                     column("erledigt", 20, true, false, doc::Align::centre),
                     column("Kürzel", 16, true)};
    for (int i = 1; i <= 9; ++i) table.rows.push_back(row({"00" + std::to_string(i), "", "", "", "", "", "☐", ""}));
    made.blocks.push_back(block(table));
    return made;
}

inline doc::Sheet schedule_sheet() {
    auto made = sheet("6.01", "Wiederanlauf: Reihenfolge und Zeitplan");
    made.format = doc::Format::a4_landscape;
    made.mode = "Stunde 0 = Freigabe durch die Leitung IT-Notfallstab";
    doc::Schedule schedule;
    const auto bar = [&](const char* lead, const char* name, const char* needs, const char* who, int start, int restored,
                         int released, int limit, int wave) {
        doc::Schedule::Bar one;
        one.lead = lead;
        one.name = name;
        one.needs = needs;
        one.who = who;
        one.start = start * 60;
        one.restored = restored * 60;
        one.released = released * 60;
        one.limit = limit < 0 ? -1 : limit * 60;
        one.wave = wave;
        schedule.bars.push_back(one);
    };
    bar("1", "Verzeichnisdienst neu", "–", "IT", 0, 4, 6, 8, 1);
    bar("2", "Netzwerk / Firewall", "–", "IT", 0, 3, 4, 8, 1);
    bar("3", "Virtualisierung", "2", "IT", 2, 6, 8, 24, 1);
    bar("4", "Telefonie", "2", "DL-1", 3, 6, 8, 8, 1);
    bar("5", "Ersatz-E-Mail", "2", "DL-2", 4, 8, 16, 24, 1);
    bar("6", "Zahlungsverkehr (EBICS)", "2, 3", "IT/20", 6, 18, 24, 24, 2);
    bar("7", "Sozialleistungen", "1, 3, 6", "IT/50", 8, 36, 48, 48, 2);
    bar("10", "Einwohnerwesen", "1, 3", "RZ", 16, 58, 80, 72, 2);
    bar("11", "Jugendamt (Fallakte)", "1, 3", "IT/51", 24, 64, 80, 48, 3);
    bar("12", "Kfz-Zulassung", "1, 3, 10", "RZ", 48, 110, 168, 168, 3);
    bar("14", "Ratsinformation", "1, 13", "DL-3", 72, 270, 336, 672, 3);
    made.blocks.push_back(block(schedule));
    return made;
}

inline doc::Sheet pocket_card() {
    auto made = sheet("1.00", "IT-Notfall?");
    made.format = doc::Format::a6;
    made.reader = "Landkreis Musterland · für alle Beschäftigten";
    doc::Steps steps;
    steps.with_record = false;
    steps.steps = {step(false, "1", "**Hände weg** von Maus und Tastatur."),
                   step(false, "2", "**Netzwerkkabel am Rechner ziehen,** WLAN aus. Telefonkabel stecken lassen."),
                   step(false, "3", "Gerät **eingeschaltet lassen.**"), step(false, "4", "**Anrufen:**")};
    made.blocks.push_back(block(steps));
    doc::BigNumber number;
    number.number = text("030~231~25-112");
    made.blocks.push_back(block(number));
    doc::Steps more;
    more.with_record = false;
    more.steps = {step(false, "5", "**Kollegen warnen,** am Platz bleiben, auf Anweisung warten.")};
    made.blocks.push_back(block(more));
    return made;
}

inline doc::Sheet role_card() {
    auto made = sheet("3.01", "Leitung Krisenstab");
    made.mode = "Erst arbeiten, dann prüfen";
    doc::Steps steps;
    steps.by_role = true;
    steps.steps = {step(true, "S1 Personal", "Schichtplan für 72~Stunden aufstellen.", "Plan hängt im Stabsraum"),
                   step(false, "S6 Information und Kommunikation", "Ersatztelefone ausgeben und Nummern verteilen.")};
    steps.steps[0].duration = "30 Min.";
    made.blocks.push_back(block(steps));
    doc::Box box;
    box.title = "Temporäre Änderung";
    box.dashed = true;
    box.blocks = {block(paragraph("GILT BIS 15.01.2027")), block(paragraph("Leitung vertreten durch Petra Muster."))};
    made.blocks.push_back(block(box));
    return made;
}

inline doc::Sheet poster() {
    auto made = sheet("1.09", "IT-Notfall?");
    made.format = doc::Format::a4_poster;
    doc::Steps steps;
    steps.with_record = false;
    steps.steps = {step(false, "1", "**Hände weg** von Maus und Tastatur."),
                   step(false, "2", "**Netzwerkkabel ziehen,** WLAN aus."), step(false, "3", "**Anrufen:**")};
    made.blocks.push_back(block(steps));
    doc::BigNumber number;
    number.label = "Notfallnummer";
    number.number = text("030~231~25-112");
    made.blocks.push_back(block(number));
    return made;
}

inline doc::Imprint imprint() {
    doc::Imprint made;
    made.organisation = "Landkreis Musterland";
    made.title = "Notfallhandbuch";
    made.edition = "Entwurf · Stand 01.12.2026";
    made.warning = "VERTRAULICH – enthält 61 private Rufnummern";
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
    made.sheets = {pocket_card(), alarm_card(),    poster(),         contacts_sheet(),
                   role_card(),   service_sheet(), schedule_sheet(), log_sheet()};
    return made;
}

} // namespace bcmkit::samples
