#include "exchange/wording/names.h"

#include <algorithm>

#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::Language;
using territory::StakeholderIndex;
using territory::Territory;

std::string stakeholder_name(const Territory& territory, StakeholderIndex stakeholder,
                             Language language) {
  auto const is_person = [](const territory::Stakeholder& one) { return one.kind == "person"; };
  auto const here =
      territory.stakeholders.begin() + static_cast<std::ptrdiff_t>(stakeholder.position());
  if (!is_person(*here)) {
    return here->name;
  }
  auto const before = std::count_if(territory.stakeholders.begin(), here, is_person);
  return say(language, "Person {0}", "Personne {0}", before + 1);
}

bool is_person(const Territory& territory, StakeholderIndex stakeholder) {
  return territory.stakeholders[stakeholder.position()].kind == "person";
}

std::string owner_of_need(const Territory& territory, const std::string& need, Language language) {
  auto const found = territory::find_need(territory, need);
  return found
             ? stakeholder_name(territory, territory.needs[found->position()].stakeholder, language)
             : need;
}

std::string owner_of_contribution(const Territory& territory, const std::string& contribution,
                                  Language language) {
  auto const found = territory::find_contribution(territory, contribution);
  return found ? stakeholder_name(territory, territory.contributions[found->position()].stakeholder,
                                  language)
               : contribution;
}

std::string distance_of_line(const Territory& territory, const territory::PlanTransfer& line,
                             Language language) {
  auto const need = territory::find_need(territory, line.need);
  auto const contribution = territory::find_contribution(territory, line.contribution);
  bool const is_private =
      (need && is_person(territory, territory.needs[need->position()].stakeholder)) ||
      (contribution &&
       is_person(territory, territory.contributions[contribution->position()].stakeholder));
  return is_private ? rough_distance_in_words(line.distance, language)
                    : distance_in_words(line.distance, language);
}

std::string resource_names(const Territory& territory,
                           const std::vector<territory::ResourceIndex>& resources,
                           Language language) {
  constexpr std::size_t kMost = 3;
  std::size_t const named = resources.size() <= kMost ? resources.size() : kMost - 1;
  std::string names;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) {
      names += i + 1 == resources.size() ? say(language, " or ", " ou ") : ", ";
    }
    names += territory.resources[resources[i].position()].name;
  }
  if (named < resources.size()) {
    names += say(language, " or {0} others", " ou {0} autres", resources.size() - named);
  }
  return names;
}

}  // namespace bocage::exchange
