#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "mechanism/plan_audit.h"

namespace bocage::oracle {

using territory::Plan;
using territory::Territory;

namespace {

class TotalsAudit {
 public:
  explicit TotalsAudit(const Reading& reading) : reading_(reading) {}

  void check_summary() const {
    std::map<std::string, std::tuple<Ratio, Ratio, Ratio>> by_unit;
    int served_needs = 0;
    for (std::size_t need = 0; need < plan_.needs.size(); ++need) {
      const std::string& unit = territory_.families[territory_.needs[need].family.position()].unit;
      auto& [needed, served, unit_km] = by_unit[unit];
      needed += Ratio(territory_.needs[need].quantity.count()) * quantum_of(territory_, need);
      served += plan_.needs[need].served.count();
      Ratio received = 0;
      for (const territory::PlanTransfer& line : plan_.transfers) {
        if (line.need == plan_.needs[need].id) {
          received += line.quantity.count();
          unit_km += Ratio(line.quantity.count()) * Ratio(line.distance.count()) / Ratio(1000);
        }
      }
      ASSERT_EQ(received, Ratio(plan_.needs[need].served.count()));
      served_needs += received > 0 ? 1 : 0;
    }
    ASSERT_EQ(plan_.summary.needs, static_cast<int>(plan_.needs.size()));
    ASSERT_EQ(plan_.summary.served, served_needs);
    ASSERT_EQ(plan_.summary.set_aside,
              static_cast<int>(std::count(set_aside_.begin(), set_aside_.end(), true)));
    ASSERT_EQ(plan_.summary.lines, static_cast<int>(plan_.transfers.size()));
    ASSERT_EQ(plan_.summary.by_unit.size(), by_unit.size());
    for (const territory::UnitSummary& line : plan_.summary.by_unit) {
      const auto& [needed, served, unit_km] = by_unit[line.unit];
      ASSERT_EQ(Ratio(line.needed.count()), needed);
      ASSERT_EQ(Ratio(line.served.count()), served);
      Ratio const difference = Ratio(line.unit_km.count()) - unit_km;
      ASSERT_TRUE(difference > -1 && difference < 1) << line.unit;
    }
  }

  // Numbered by threshold, then by the smallest id among members.
  void check_block_order() const {
    if (!fair_leads(plan_)) {
      ASSERT_TRUE(plan_.blocks.empty());
      return;
    }
    std::vector<std::pair<base::Fraction, std::string>> keys;
    for (const territory::PlanBlock& block : plan_.blocks) {
      ASSERT_EQ(block.id, static_cast<int>(keys.size()) + 1);
      std::vector<std::string> needs;
      std::vector<std::string> givers;
      for (const territory::PlanNeed& need : plan_.needs) {
        if (need.block == block.id) {
          needs.push_back(need.id);
        }
      }
      for (const territory::PlanContribution& giver : plan_.contributions) {
        if (giver.block == block.id) {
          givers.push_back(giver.id);
        }
      }
      ASSERT_EQ(block.needs, static_cast<int>(needs.size()));
      ASSERT_EQ(block.contributions, static_cast<int>(givers.size()));
      needs.insert(needs.end(), givers.begin(), givers.end());
      ASSERT_FALSE(needs.empty());
      keys.emplace_back(block.level, *std::min_element(needs.begin(), needs.end()));
    }
    ASSERT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  }

 private:
  const Reading& reading_;
  const Territory& territory_ = reading_.territory;
  const Plan& plan_ = reading_.plan;
  const std::vector<bool>& set_aside_ = reading_.set_aside;
};

}  // namespace

void audit_totals(const Reading& reading) {
  TotalsAudit const totals(reading);
  totals.check_summary();
  if (!testing::Test::HasFatalFailure()) {
    totals.check_block_order();
  }
}

}  // namespace bocage::oracle
