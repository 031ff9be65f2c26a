#include "exchange/wording/assumptions.h"

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "exchange/wording/layout.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// Longer lists end with how many more there are.
constexpr std::size_t kMostNames = 8;

std::string name_of(const Territory& territory, const Assumption& assumption, Language language) {
  if (auto const resource = find_resource(territory, assumption.of);
      resource && assumption.code == AssumptionCode::kDefaultQuantum) {
    const std::string& name = territory.resources[resource->position()].name;
    return assumption.proposal == Millionths(0)
               ? name
               : say(language, "{0} (the figures would bear steps of {1})",
                     "{0} (les chiffres permettraient un pas de {1})", name,
                     quantity_in_words(assumption.proposal,
                                       territory.resources[resource->position()].unit, language));
  }
  if (auto const stakeholder = find_stakeholder(territory, assumption.of)) {
    return stakeholder_name(territory, *stakeholder, language);
  }
  if (find_need(territory, assumption.of)) {
    return owner_of_need(territory, assumption.of, language);
  }
  return owner_of_contribution(territory, assumption.of, language);
}

// The stakeholder an assumption is about, where it is about a need or a contribution of theirs.
std::string_view subject_of(const Territory& territory, const Assumption& assumption) {
  if (assumption.code == AssumptionCode::kDefaultQuantum) {
    return assumption.of;  // resources have ids of their own
  }
  if (auto const need = find_need(territory, assumption.of)) {
    return territory.stakeholders[territory.needs[need->position()].stakeholder.position()].id;
  }
  if (auto const given = find_contribution(territory, assumption.of)) {
    return territory.stakeholders[territory.contributions[given->position()].stakeholder.position()]
        .id;
  }
  return assumption.of;
}

std::string assumed(const Territory& territory, AssumptionCode code,
                    const std::vector<const Assumption*>& all, Language language) {
  std::set<std::string_view> subjects;
  std::string list;
  for (const Assumption* assumption : all) {
    bool const is_new = subjects.insert(subject_of(territory, *assumption)).second;
    if (is_new && subjects.size() <= kMostNames) {
      list += (list.empty() ? "" : list_separator(language)) +
              name_of(territory, *assumption, language);  // names may have commas
    }
  }
  if (subjects.size() > kMostNames) {
    list += say(language, " and {0} others", " et {0} autres", subjects.size() - kMostNames);
  }
  switch (code) {
    case AssumptionCode::kCommunePosition:
      return say(language, "Placed at the centre of their commune: {0}.",
                 "Placés au centre de leur commune\u00A0: {0}.", list);
    case AssumptionCode::kNoPosition:
      return say(language, "No place is known, so the distance counts as 0 km: {0}.",
                 "Aucun lieu n’est connu, la distance compte donc 0 km\u00A0: {0}.", list);
    case AssumptionCode::kDefaultQuantum:
      return say(language, "No step is stated, so quantities go by thousandths: {0}.",
                 "Aucun pas n’est indiqué, les quantités vont donc par millièmes\u00A0: {0}.",
                 list);
    case AssumptionCode::kNoValue:
      return say(language, "The order asks for value, and no link states one.",
                 "L’ordre demande la valeur, et aucun lien n’en indique.");
    case AssumptionCode::kNoCost:
      return say(language, "The order asks for cost, and no contribution states one.",
                 "L’ordre demande le coût, et aucun apport n’en indique.");
  }
  return {};
}

}  // namespace

std::string assumptions_in_words(const Territory& territory, const Plan& plan, Language language) {
  std::map<AssumptionCode, std::vector<const Assumption*>> by_code;
  for (const Assumption& assumption : plan.assumptions) {
    by_code[assumption.code].push_back(&assumption);
  }
  std::string out;
  for (const auto& [code, all] : by_code) {
    out += wrapped(assumed(territory, code, all, language), 2);
  }
  return out.empty() ? out : "\n" + say(language, "Assumed\n", "Supposé\n") + out;
}

}  // namespace bocage::exchange
