#include "exchange/import/stakeholders.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/import/near_names.h"
#include "exchange/import/place_names.h"

namespace bocage::exchange::importing {
namespace {

// Keeps the first value; another one is asked about, with both in the question.
void merge_fact(PlacedText& known, const PlacedText& said, const std::string& name,
                Intake& intake) {
  if (said.text.empty() || said.text == known.text) {
    return;
  }
  if (known.text.empty()) {
    known = said;
    return;
  }
  intake.question(FindingCode::kTwoValues, said.place, said.text, "", {name, known.text});
}

void merge_kept(KeptColumns& known, const KeptColumns& said, const Actor& actor, Intake& intake) {
  for (auto const& [header, text] : said) {
    std::string const& wanted = header;
    auto const found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& kept) { return kept.first == wanted; });
    if (found == known.end()) {
      known.emplace_back(header, text);
    } else if (found->second != text) {
      intake.question(FindingCode::kTwoValues, actor.name.place, text, "",
                      {actor.name.text, found->second});
    }
  }
}

// Where most of the other communes lie.
std::string usual_department(const Intake& intake) {
  std::map<std::string, int> counts;
  for (const Actor& actor : intake.actors) {
    if (!actor.commune.text.empty()) {
      ++counts[department_of(actor.commune.text)];
    }
  }
  auto const most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "" : most->first;
}

}  // namespace

void settle_communes(Intake& intake) {
  std::string const usual = usual_department(intake);
  constexpr std::size_t kMostNamed = 6;
  for (Actor& actor : intake.actors) {
    std::vector<std::string> labels;
    std::string nearby;
    for (const std::string& code : actor.commune_candidates) {
      if (labels.size() < kMostNamed) {
        labels.push_back(commune_label(code));
      }
      nearby = department_of(code) == usual ? code : nearby;
    }
    if (labels.empty()) {
      continue;
    }
    if (nearby.empty()) {
      intake.question(FindingCode::kCommuneAmbiguous, actor.commune.place, actor.commune_written,
                      "", labels);
    } else if (intake.problem(FindingCode::kCommuneAmbiguous, actor.commune.place,
                              actor.commune_written, commune_label(nearby), labels)) {
      actor.commune.text = nearby;
    }
  }
}

std::string stakeholder_key(std::string_view name) {
  std::string const folded = base::fold(name);
  return folded.empty() ? std::string(base::trim(name)) : folded;
}

std::string take_id(const std::string& wanted, std::set<std::string>& ids) {
  std::string id = wanted;
  for (int number = 2; !ids.insert(id).second; ++number) {
    id = wanted + "-" + std::to_string(number);
  }
  return id;
}

std::map<std::string, ImportedStakeholder> collect_stakeholders(Intake& intake,
                                                                std::set<std::string>& ids) {
  std::map<std::string, ImportedStakeholder> stakeholders;
  std::map<std::string, std::set<std::string>> spellings;
  for (const Actor& actor : intake.actors) {
    if (intake.is_blocked(actor.name.place)) {
      continue;
    }
    std::string const key = stakeholder_key(actor.name.text);
    spellings[key].insert(actor.name.text);
    auto const [found, is_new] = stakeholders.insert({key, {"", actor}});
    if (is_new) {
      continue;
    }
    Actor& facts = found->second.facts;
    facts.id = facts.id.empty() ? actor.id : facts.id;
    for (auto const member : {&Actor::kind, &Actor::commune, &Actor::siret, &Actor::people,
                              &Actor::longitude, &Actor::latitude}) {
      merge_fact(facts.*member, actor.*member, facts.name.text, intake);
    }
    merge_kept(facts.kept, actor.kept, actor, intake);
  }
  std::vector<std::string> keys;
  for (auto& [key, stakeholder] : stakeholders) {
    keys.push_back(key);
    std::string const slug = base::slug(stakeholder.facts.name.text);
    std::string const& own = stakeholder.facts.id;
    stakeholder.id = take_id(!own.empty() ? own : slug.empty() ? "s" : slug, ids);
    if (spellings[key].size() > 1) {
      std::string written;
      for (const std::string& spelling : spellings[key]) {
        written += (written.empty() ? "" : " | ") + spelling;
      }
      intake.note(FindingCode::kWrittenDifferently, stakeholder.facts.name.place, written,
                  stakeholder.facts.name.text);
    }
  }
  for (auto const& [a, b] : near_names(keys)) {
    intake.question(FindingCode::kNearlySameName, stakeholders[keys[b]].facts.name.place,
                    stakeholders[keys[b]].facts.name.text, stakeholders[keys[a]].facts.name.text);
  }
  return stakeholders;
}

}  // namespace bocage::exchange::importing
