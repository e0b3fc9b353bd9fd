// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "../command.hpp"

/// One maker per command; each command stands in its own file.
namespace bcmkit::cli {

std::unique_ptr<Command> make_form();
std::unique_ptr<Command> make_init();
std::unique_ptr<Command> make_status();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_help();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_set();
std::unique_ptr<Command> make_add();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_history();
std::unique_ptr<Command> make_backlog();
std::unique_ptr<Command> make_impact();
std::unique_ptr<Command> make_recovery();
std::unique_ptr<Command> make_list();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_start();
std::unique_ptr<Command> make_print();
std::unique_ptr<Command> make_plan();
std::unique_ptr<Command> make_checklist();
std::unique_ptr<Command> make_koffer();
std::unique_ptr<Command> make_md();
std::unique_ptr<Command> make_why();
std::unique_ptr<Command> make_weaknesses();

} // namespace bcmkit::cli
