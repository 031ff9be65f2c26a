#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/report/report.h"
#include "exchange/wording/report_words.h"

namespace bocage::exchange {

// What a report looks up again and again, found once.
struct ReportFacts {
  explicit ReportFacts(const ReportInput& input);

  const territory::Territory& territory;
  const territory::Plan& plan;
  territory::Language language;
  bool checked;
  std::optional<territory::StakeholderIndex> sheet_of;
  const ReportLearning* learning;

  std::vector<std::string> names;                         // of stakeholders; persons are numbers
  std::vector<const territory::PlanNeed*> planned;        // by need; null where the plan lacks it
  std::vector<const territory::PlanContribution*> given;  // by contribution; null likewise
  std::vector<std::vector<const territory::PlanTransfer*>> gets;   // by need
  std::vector<std::vector<const territory::PlanTransfer*>> gives;  // by contribution
  std::vector<const territory::NeedExplanation*> explained;        // by need; null where missing
  std::vector<const territory::ContributionExplanation*>
      explained_contribution;                               // by contribution; null likewise
  std::vector<std::vector<territory::NeedIndex>> needs_of;  // by stakeholder
  std::vector<std::vector<territory::ContributionIndex>> contributions_of;
  std::map<int, std::vector<territory::NeedIndex>> needs_in_block;
  std::map<int, std::vector<territory::ContributionIndex>> contributions_in_block;
  std::set<std::pair<std::string, std::string>>
      settled;  // contribution, need: fixed by both owners

  [[nodiscard]] std::string say(Word word,
                                std::initializer_list<std::string_view> values = {}) const {
    return phrase(word, language, values);
  }
  [[nodiscard]] const territory::Need& need(territory::NeedIndex index) const {
    return territory.needs[index.position()];
  }
  [[nodiscard]] const territory::Contribution& contribution(
      territory::ContributionIndex index) const {
    return territory.contributions[index.position()];
  }
  [[nodiscard]] bool is_person(territory::StakeholderIndex index) const;
  [[nodiscard]] const std::string& name(territory::StakeholderIndex index) const {
    return names[index.position()];
  }
  [[nodiscard]] const std::string& owner(territory::NeedIndex index) const {
    return name(need(index).stakeholder);
  }
  [[nodiscard]] std::string what(territory::NeedIndex index) const;
  [[nodiscard]] std::string what(territory::ContributionIndex index) const;
  // What a line carries: as exactly as the two sides say it.
  [[nodiscard]] std::string what(territory::ContributionIndex from, territory::NeedIndex to) const;
  [[nodiscard]] std::string amount(territory::FamilyIndex family,
                                   territory::Millionths quantity) const;
  [[nodiscard]] territory::Millionths asked(territory::NeedIndex index) const;
  [[nodiscard]] territory::Millionths served(territory::NeedIndex index) const;
  [[nodiscard]] std::string share(territory::NeedIndex index) const;
  [[nodiscard]] double fill(territory::NeedIndex index) const;  // 0 to 1
  [[nodiscard]] bool is_met(territory::NeedIndex index) const;
  // The reason of a need; empty where the plan lacks it.
  [[nodiscard]] std::string why(territory::NeedIndex index) const;
  // The same, told to whoever asked; empty where the need is met.
  [[nodiscard]] std::string why_to_owner(territory::NeedIndex index) const;
  // The owners of some needs or contributions, each once, in order, `most` at most by name.
  [[nodiscard]] std::string owners(const std::vector<territory::NeedIndex>& needs,
                                   std::size_t most) const;
  [[nodiscard]] std::string owners(const std::vector<territory::ContributionIndex>& contributions,
                                   std::size_t most) const;
  [[nodiscard]] std::string listed(std::vector<std::string> parts, std::size_t most) const;
};

// Straight apostrophes become typographic ones and spaces fine ones, in sentences of ours.
[[nodiscard]] std::string typographic(std::string_view text, territory::Language language);

}  // namespace bocage::exchange
