#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "territory/territory.h"

// What the command line itself says, besides plans and problems.
namespace bocage::exchange {

// "error" or "warning" before a problem.
[[nodiscard]] std::string severity_in_words(bool is_error, territory::Language language);

[[nodiscard]] std::string unknown_command(std::string_view name, std::string_view nearest,
                                          territory::Language language);
[[nodiscard]] std::string arguments_not_understood(std::string_view why,
                                                   territory::Language language);
[[nodiscard]] std::string not_one_of(std::string_view option, std::string_view found,
                                     std::string_view allowed, territory::Language language);
[[nodiscard]] std::string cannot_open_folder(std::string_view path, std::string_view why,
                                             territory::Language language);
[[nodiscard]] std::string cannot_write(std::string_view path, std::string_view why,
                                       territory::Language language);
// Standard output is closed or full.
[[nodiscard]] std::string cannot_say_it_all(territory::Language language);
// A step of the planner, beside its progress bar.
[[nodiscard]] std::string step_in_words(std::string_view step, territory::Language language);

[[nodiscard]] std::string plan_written(std::string_view path, territory::Language language);
[[nodiscard]] std::string plan_does_not_hold(std::string_view why, territory::Language language);
[[nodiscard]] std::string plan_of_another_territory(std::string_view plan,
                                                    territory::Language language);
// Of what has ids of its own: resolutions, rules.
[[nodiscard]] std::string nothing_named(const std::string& text, const std::string& nearest,
                                        territory::Language language);
[[nodiscard]] std::string no_such_id(std::string_view id, std::string_view nearest,
                                     territory::Language language);
[[nodiscard]] std::string name_of_several(std::string_view name,
                                          const std::vector<std::string>& ids,
                                          territory::Language language);
[[nodiscard]] std::string folder_not_empty(std::string_view path, territory::Language language);
[[nodiscard]] std::string folder_started(std::string_view path, territory::Language language);
[[nodiscard]] std::string keep_and_share(territory::Language language);

}  // namespace bocage::exchange
