// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

namespace bcmkit::cli {

// One row a command. Order = order in help; German aliases come first there.
// clang-format off
static constexpr CommandEntry table[] = {
    {"check", "pruefen,prüfen", "Prüfen", "Die zehn dringendsten Lücken des Plans", make_check},
    {"why", "warum", "Prüfen", "Warum eine Regel gilt oder woher ein Wert kommt", make_why},
    {"impact", "ausfall", "Prüfen", "Was steht wann, wenn etwas ausfällt?", make_impact},
    {"recovery", "wiederanlauf", "Prüfen", "In welcher Reihenfolge kommt was zurück, und was gar nicht?", make_recovery},
    {"backlog", "rueckstand,rückstand", "Prüfen", "Was nach einem Ausfall liegen bleibt und wie lange das Aufarbeiten dauert", make_backlog},
    {"weaknesses", "schwachstellen", "Prüfen", "Woran zu viel hängt: Technik, Personen, Dienstleister, Sicherungen", make_weaknesses},
    {"list", "liste", "Daten", "Alle Einträge einer Art", make_list},
    {"show", "zeige", "Daten", "Einen Eintrag mit allem, was er braucht und was von ihm abhängt", make_show},
    {"set", "aendern,ändern", "Daten", "Felder eines Eintrags ändern", make_set},
    {"add", "hinzufuegen,hinzufügen", "Daten", "Einen neuen Eintrag anlegen", make_add},
    {"remove", "entfernen", "Daten", "Einen Eintrag entfernen, von dem nichts abhängt", make_remove},
    {"history", "verlauf", "Daten", "Wer hat wann was geändert", make_history},
    {"export", "ausgeben", "Daten", "Den Plan als Ordner mit TOML-Dateien schreiben", make_export},
    {"import", "einlesen", "Daten", "Einen Ordner mit TOML-Dateien in den Plan übernehmen", make_import},
    {"init", "neu", "Anfangen", "Einen neuen Plan anlegen, mit --fragen gleich die ersten Blätter drucken", make_init},
    {"status", "stand", "Anfangen", "Was ist erfasst, was fehlt, wen frage ich als Nächstes?", make_status},
    {"form", "fragebogen", "Anfangen", "Ein Fragebogen je Leistung eines Amts, zum Ausfüllen auf Papier", make_form},
    {"print", "drucken", "Papier", "Blätter als PDF drucken", make_print},
    {"plan", "handbuch", "Papier", "Das ganze Notfallhandbuch drucken", make_plan},
    {"checklist", "checkliste", "Papier", "Sofort-Karten, Alarmierung und Stab drucken", make_checklist},
    {"koffer", "", "Papier", "Den Ordner für den Notfallkoffer schreiben", make_koffer},
    {"md", "text", "Papier", "Einen einzelnen Text als PDF drucken", make_md},
    {"help", "hilfe", "Hilfe", "Alle Befehle, oder einen genauer erklären", make_help},
    {"start", "", "Hilfe", "Die wichtigsten Befehle und der Stand des Plans; dasselbe wie „bcmkit“ allein", make_start},
};
// clang-format on

std::span<const CommandEntry> commands() { return table; }

} // namespace bcmkit::cli
