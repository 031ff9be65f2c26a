#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "changes.h"
#include "check/check_split.h"
#include "exchange/read_territory.h"
#include "exchange/split_json.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/split_words.h"
#include "mechanism/split/split.h"

// The tables of shared costs in one input, parts that end with a line "="; then bytes that change
// the document. Whatever the tables spell, the division holds and reads back the same; whatever the
// change, the checker never crashes, and what it accepts still has every share.
namespace bocage {
namespace {

constexpr std::size_t kMostMembers = 6;

void insist(bool holds) {
  if (!holds) {
    std::abort();
  }
}

bool is_small(const territory::Territory& territory) {
  for (const territory::SharedCost& cost : territory.shared_costs) {
    if (cost.members.size() > kMostMembers) {
      return false;
    }
  }
  return territory.shared_costs.size() <= 3;
}

bool same_shares(const territory::SplitReport& a, const territory::SplitReport& b) {
  for (std::size_t place = 0; place < a.splits.size(); ++place) {
    for (std::size_t method = 0; method < a.splits[place].methods.size(); ++method) {
      auto const& one = a.splits[place].methods[method].shares;
      auto const& other = b.splits[place].methods[method].shares;
      for (std::size_t member = 0; member < one.size() && member < other.size(); ++member) {
        if (one[member].exact != other[member].exact) {
          return false;
        }
      }
    }
  }
  return true;
}

void divide(const territory::Territory& territory, std::string_view changes) {
  territory::SplitReport report = mechanism::split::split(territory);
  report.input_sha256 = exchange::split_sha256(territory);
  insist(check::check_split(territory, report, report.input_sha256).holds);
  std::string const document = exchange::write_split(territory, report);
  auto const read = exchange::read_split(territory, document, "split.json");
  insist(read.ok() && *read == report);
  (void)exchange::split_in_words(territory, report, territory::Language::kFrench);
  auto const other =
      exchange::read_split(territory, fuzz::changed(document, changes), "split.json");
  if (other && check::check_split(territory, *other, report.input_sha256).holds) {
    insist(same_shares(report, *other));
  }
}

}  // namespace
}  // namespace bocage

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  auto const folder = bocage::fuzz::folder_of(
      rest, {"shared_costs.csv", "shared_cost_members.csv", "coalition_costs.csv"});
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, bocage::territory::Language::kFrench);
  }
  if (!reading.problems.has_errors() && bocage::is_small(reading.territory)) {
    bocage::divide(reading.territory, rest);
  }
  return 0;
}
