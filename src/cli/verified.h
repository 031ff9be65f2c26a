#pragma once

#include <optional>
#include <string>

#include "cli/session.h"
#include "territory/choice.h"
#include "territory/legal_rule.h"
#include "territory/split.h"
#include "territory/tally.h"
#include "territory/verdict.h"

namespace bocage::cli {

// A document in a file, read against its territory and verified.
template <class Report>
struct Verified {
  Report report;
  territory::Verdict verdict;
};

// What is wrong with the shape of a document is reported, and there is none.
[[nodiscard]] std::optional<Verified<territory::SplitReport>> load_division(
    const territory::Territory& territory, const std::string& bytes, const std::string& file,
    Session& session);
[[nodiscard]] std::optional<Verified<territory::ChoiceReport>> load_choice(
    const territory::Territory& territory, const std::string& bytes, const std::string& file,
    Session& session);
[[nodiscard]] std::optional<Verified<territory::TallyReport>> load_count(
    const territory::Territory& territory, const std::string& bytes, const std::string& file,
    Session& session);
// `folder`: where the territory is; rules read all its tables.
[[nodiscard]] std::optional<Verified<territory::RulesReport>> load_judgements(
    const territory::Territory& territory, const std::string& folder, const std::string& bytes,
    const std::string& file, Session& session);

}  // namespace bocage::cli
