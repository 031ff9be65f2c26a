#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "changes.h"
#include "check/check_rules.h"
#include "check/check_tally.h"
#include "exchange/read_facts.h"
#include "exchange/read_rules.h"
#include "exchange/read_territory.h"
#include "exchange/rules_json.h"
#include "exchange/tally_json.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/rules_words.h"
#include "exchange/wording/tally_words.h"
#include "mechanism/rules/judge.h"
#include "mechanism/tally/tally.h"

// Statutes, an assembly, rules and a table of anything in one input, parts that end with a line
// "="; then bytes that change the documents. Whatever the tables spell, what is counted and judged
// holds and reads back the same; whatever the change, the checkers never crash, and what they
// accept says the same.
namespace bocage {
namespace {

void insist(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void tally(const territory::Territory& territory, std::string_view changes) {
  territory::TallyReport const report = mechanism::tally::tally(territory);
  insist(check::check_tally(territory, report, "").holds);
  std::string const document = exchange::write_tally(territory, report);
  auto const read = exchange::read_tally(territory, document, "tally.json");
  insist(read.ok() && *read == report);
  (void)exchange::minutes(territory, report, territory::Language::kFrench);
  auto const other =
      exchange::read_tally(territory, fuzz::changed(document, changes), "tally.json");
  if (other && check::check_tally(territory, *other, "").holds) {
    insist(*other == report);
  }
}

void judge(const territory::Territory& territory, std::string_view rules_csv,
           std::string_view things_csv, std::string_view changes) {
  auto const rules = exchange::read_rules(rules_csv, "rules.csv");
  for (auto const& problem : rules.problems.list) {
    (void)exchange::sentence(problem, territory::Language::kFrench);
  }
  auto const things = exchange::read_fact_table(things_csv, "things");
  if (rules.problems.has_errors() || !things) {
    return;
  }
  std::vector<territory::FactTable> const tables{*things};
  territory::RulesReport const report =
      mechanism::rules::judge(territory, rules.rules, tables, base::Day{20'000});
  insist(check::check_rules(territory, rules.rules, tables, report, "").holds);
  std::string const document = exchange::write_rules(territory, report);
  auto const read = exchange::read_rules_report(territory, rules.rules, document, "rules.json");
  insist(read.ok() && *read == report);
  (void)exchange::rules_in_words(territory, report, territory::Language::kFrench);
  auto const other = exchange::read_rules_report(territory, rules.rules,
                                                 fuzz::changed(document, changes), "rules.json");
  if (other) {
    (void)check::check_rules(territory, rules.rules, tables, *other, "");
  }
}

}  // namespace
}  // namespace bocage

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  auto folder = bocage::fuzz::folder_of(
      rest, {"statutes", "colleges.csv", "associates.csv", "shares.csv", "resolutions.csv",
             "ballots.csv", "hands.csv", "surpluses.csv", "rules", "things"});
  folder["territory.toml"] += "[statutes]\n" + folder["statutes"] + "\n";
  std::string const rules = folder["rules"];
  std::string const things = folder["things"];
  for (const char* const name : {"statutes", "rules", "things"}) {
    folder.erase(name);
  }
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, bocage::territory::Language::kFrench);
  }
  constexpr std::size_t kMostColleges = 6;
  if (!reading.problems.has_errors() &&
      reading.territory.assembly.colleges.size() <= kMostColleges) {
    bocage::tally(reading.territory, rest);
    bocage::judge(reading.territory, rules, things, rest);
  }
  return 0;
}
