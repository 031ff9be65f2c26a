#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "mechanism/program/search.h"
#include "territory/choice.h"
#include "territory/territory.h"

namespace bocage::mechanism::choose {

struct ChooseOptions {
  std::int64_t nodes = 20'000;  // of each search
  const std::atomic<bool>* stop = nullptr;
  // What is being looked for ("free", "everyone", "between", "ties"), and how much of it is done.
  std::function<void(std::string_view, double)> progress;
};

// The projects that open so that everybody who could take part in one does, with the most benefit,
// at the least cost; and what that guarantee costs. The hash is left to whoever writes the tables.
[[nodiscard]] territory::ChoiceReport choose(const territory::Territory& territory,
                                             const ChooseOptions& options);

// The same, were this project to open; none where no such choice is found.
[[nodiscard]] std::optional<territory::Choice> choose_with(const territory::Territory& territory,
                                                           std::size_t project,
                                                           const ChooseOptions& options);

}  // namespace bocage::mechanism::choose
