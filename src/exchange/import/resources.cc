#include "exchange/import/resources.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/import/near_names.h"
#include "exchange/import/unit_names.h"
#include "territory/units.h"

namespace bocage::exchange::importing {
namespace {

constexpr int kDecimals = 6;

struct UnitVotes {
  std::map<std::string, int> by_key;
  std::map<std::string, std::string> spelling;  // the first, by key
};

// The unit most rows use; among equals the one written first in the alphabet.
std::string most_used(const UnitVotes& votes) {
  std::string best;
  int most = 0;
  for (auto const& [key, count] : votes.by_key) {
    if (count > most) {
      most = count;
      best = votes.spelling.at(key);
    }
  }
  return best;
}

// False where `unit` does not turn into `wanted` without a rest.
bool convert(std::int64_t& quantity, const std::string& unit, const std::string& wanted) {
  auto const ratio = unit_ratio(unit, wanted);
  if (!ratio) {
    return false;
  }
  base::Int128 const product = base::Int128(quantity) * ratio->numerator;
  bool const whole = product % ratio->denominator == 0;
  base::Int128 const converted = product / ratio->denominator;
  if (!whole || converted > territory::kLargestMillionths) {
    return false;
  }
  quantity = static_cast<std::int64_t>(converted);
  return true;
}

void settle_unit(Draft& draft, const std::string& wanted, const std::string& usual,
                 Intake& intake) {
  std::string const written = base::format_decimal(draft.quantity, kDecimals);
  if (draft.unit.empty()) {
    if (intake.problem(FindingCode::kUnitMissing, draft.quantity_place, draft.resource.text,
                       written + " " + (wanted.empty() ? usual : wanted))) {
      draft.unit = wanted.empty() ? usual : wanted;
    }
    return;
  }
  if (unit_key(draft.unit) == unit_key(wanted)) {
    draft.unit = wanted;
    return;
  }
  Draft converted = draft;
  bool const turned = convert(converted.quantity, draft.unit, wanted) &&
                      (!converted.minimum || convert(*converted.minimum, draft.unit, wanted));
  std::string const fix =
      turned ? base::format_decimal(converted.quantity, kDecimals) + " " + wanted : "";
  if (intake.problem(FindingCode::kUnitDiffers, draft.quantity_place, written + " " + draft.unit,
                     fix, {draft.resource.text, wanted})) {
    draft = std::move(converted);
    draft.unit = wanted;
  }
}

}  // namespace

std::string resource_key(std::string_view name) {
  std::string const folded = base::fold(name);
  std::string key;
  for (std::string_view word : base::split_words(folded)) {
    constexpr std::size_t kShortest = 3;
    if (word.size() > kShortest && (word.back() == 's' || word.back() == 'x')) {
      word.remove_suffix(1);
    }
    key += (key.empty() ? "" : " ") + std::string(word);
  }
  return key.empty() ? std::string(base::trim(name)) : key;
}

void settle_units(Intake& intake) {
  std::map<std::string, UnitVotes> votes;
  for (const Draft& draft : intake.drafts) {
    if (!draft.unit.empty()) {
      UnitVotes& of_resource = votes[resource_key(draft.resource.text)];
      ++of_resource.by_key[unit_key(draft.unit)];
      of_resource.spelling.try_emplace(unit_key(draft.unit), draft.unit);
    }
  }
  std::map<std::string, std::string> wanted;
  for (auto const& [key, of_resource] : votes) {
    wanted[key] = most_used(of_resource);
  }
  std::string const usual = intake.french() ? "unité" : "unit";
  for (Draft& draft : intake.drafts) {
    settle_unit(draft, wanted[resource_key(draft.resource.text)], usual, intake);
    if (draft.minimum && *draft.minimum > draft.quantity) {
      std::string const quantity = base::format_decimal(draft.quantity, kDecimals);
      if (intake.problem(FindingCode::kMinimumAboveQuantity, draft.minimum_place,
                         base::format_decimal(*draft.minimum, kDecimals), quantity, {quantity})) {
        draft.minimum = draft.quantity;
      }
    }
  }
}

std::map<std::string, ImportedResource> collect_resources(Intake& intake) {
  std::map<std::string, ImportedResource> resources;
  std::map<std::string, std::set<std::string>> spellings;
  std::map<std::string, std::int64_t> steps;
  std::map<std::string, SheetPlace> places;
  std::set<std::string> ids;
  for (const Draft& draft : intake.drafts) {
    if (intake.is_blocked(draft.resource.place) || draft.unit.empty()) {
      continue;
    }
    std::string const key = resource_key(draft.resource.text);
    ImportedResource& resource = resources[key];
    spellings[key].insert(draft.resource.text);
    places.try_emplace(key, draft.resource.place);
    steps[key] = std::gcd(std::gcd(steps[key], draft.quantity), draft.minimum.value_or(0));
    if (resource.id.empty()) {
      resource.name = draft.resource.text;
      resource.unit = draft.unit;
      std::string const slug = base::slug(resource.name);
      resource.id = slug.empty() ? "r" : slug;
      for (int number = 2; !ids.insert(resource.id).second; ++number) {
        resource.id = slug + "-" + std::to_string(number);
      }
    }
  }
  std::vector<std::string> keys;
  for (auto& [key, resource] : resources) {
    keys.push_back(key);
    resource.proposed_quantum = base::format_decimal(steps[key], kDecimals);
    if (spellings[key].size() > 1) {
      std::string written;
      for (const std::string& spelling : spellings[key]) {
        written += (written.empty() ? "" : " | ") + spelling;
      }
      intake.note(FindingCode::kWrittenDifferently, places[key], written, resource.name);
    }
    intake.note(FindingCode::kQuantumProposal, {}, resource.name,
                resource.proposed_quantum + " " + resource.unit);
  }
  for (auto const& [a, b] : near_names(keys)) {
    intake.question(FindingCode::kNearlySameName, places[keys[b]], resources[keys[b]].name,
                    resources[keys[a]].name);
  }
  return resources;
}

}  // namespace bocage::exchange::importing
