// Views across are accepted; lies about them are not.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>

#include "check/check_across.h"
#include "check/planned.h"
#include "exchange/cooperations_json.h"

namespace bocage::check {
namespace {

using territory::AcrossReport;
using territory::Cooperation;
using territory::Millionths;
using territory::TakingPart;
using territory::UnitSummary;

// Some small territories as the cooperations of one.
struct Across {
  territory::Territory whole;
  std::vector<Cooperation> all;
  std::vector<std::optional<territory::PlannedFigures>> planned;
  AcrossReport told;
};

Across some_across(std::mt19937_64& random) {
  Across across;
  across.whole.settings.name = "Pays";
  while (across.all.size() < 3) {
    auto made = check_tests::plan_of(check_tests::some_bytes(random));
    if (!made) {
      continue;
    }
    for (const territory::Stakeholder& one : made->world.territory.stakeholders) {
      auto& everybody = across.whole.stakeholders;
      if (std::none_of(everybody.begin(), everybody.end(),
                       [&](const auto& other) { return other.id == one.id; })) {
        everybody.push_back(one);
      }
    }
    across.all.push_back({"abc" + std::to_string(across.all.size()),
                          std::move(made->world.territory), std::move(made->world.plan)});
  }
  across.told = exchange::across_report("Pays", across.all,
                                        taking_part(across.whole.stakeholders, across.all));
  for (const auto& one : across.told.cooperations) {
    across.planned.push_back(one.planned);
  }
  return across;
}

territory::Verdict verdict_on(const Across& across) {
  return check_across(across.whole, across.all, across.planned, across.told);
}

TEST(CheckAcross, AcceptsWhatIsAddedUpAndReadBack) {
  std::mt19937_64 random(1);  // NOLINT(cert-msc51-cpp): the same every time
  for (int i = 0; i < 200; ++i) {
    Across across = some_across(random);
    EXPECT_TRUE(verdict_on(across).holds) << verdict_on(across).wrong.of;
    auto const read = exchange::read_across(exchange::write_across(across.told), "across.json");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, across.told);
  }
}

// The first sum on this side; none where nobody has one.
UnitSummary* some_sum(AcrossReport& told, std::vector<UnitSummary> TakingPart::*side) {
  for (TakingPart& part : told.stakeholders) {
    if (!(part.*side).empty()) {
      return (part.*side).data();
    }
  }
  return nullptr;
}

// Changes a report so that it is one no more; false: it could not.
using Lie = bool (*)(AcrossReport&);

bool another_name(AcrossReport& told) {
  told.territory += "!";
  return true;
}
bool a_cooperation_less(AcrossReport& told) {
  told.cooperations.pop_back();
  return true;
}
bool another_plan(AcrossReport& told) {
  told.cooperations[1].planned->plan_sha256[0] ^= 1;
  return true;
}
bool other_tables(AcrossReport& told) {
  told.cooperations[2].planned->input_sha256 += "0";
  return true;
}
bool one_more_served(AcrossReport& told) {
  told.cooperations[0].planned->served += 1;
  return true;
}
bool one_more_set_aside(AcrossReport& told) {
  told.cooperations[0].planned->set_aside += 1;
  return true;
}
bool no_plan(AcrossReport& told) {
  told.cooperations[0].planned.reset();
  return true;
}
bool more_got(AcrossReport& told) {
  UnitSummary* const sum = some_sum(told, &TakingPart::gets);
  return sum != nullptr && (sum->served += Millionths(1)) > Millionths(0);
}
bool less_needed(AcrossReport& told) {
  UnitSummary* const sum = some_sum(told, &TakingPart::gets);
  return sum != nullptr && (sum->needed -= Millionths(1)) >= Millionths(0);
}
bool less_given(AcrossReport& told) {
  UnitSummary* const sum = some_sum(told, &TakingPart::gives);
  return sum != nullptr && sum->served > Millionths(0) &&
         (sum->served -= Millionths(1)) >= Millionths(0);
}
bool another_unit(AcrossReport& told) {
  UnitSummary* const sum = some_sum(told, &TakingPart::gives);
  return sum != nullptr && !(sum->unit += "s").empty();
}
bool somebody_less(AcrossReport& told) {
  told.stakeholders.pop_back();
  return true;
}
bool somebody_twice(AcrossReport& told) {
  told.stakeholders.front() = told.stakeholders.back();
  return told.stakeholders.size() > 1;
}
bool takes_no_part(AcrossReport& told) {
  for (TakingPart& part : told.stakeholders) {
    if (!part.cooperations.empty()) {
      part.cooperations.pop_back();
      return true;
    }
  }
  return false;
}

constexpr std::pair<const char*, Lie> kLies[] = {
    {"another name", another_name},
    {"a cooperation less", a_cooperation_less},
    {"another plan", another_plan},
    {"other tables", other_tables},
    {"one more served", one_more_served},
    {"one more set aside", one_more_set_aside},
    {"no plan", no_plan},
    {"more got", more_got},
    {"less needed", less_needed},
    {"less given", less_given},
    {"another unit", another_unit},
    {"somebody less", somebody_less},
    {"somebody twice", somebody_twice},
    {"takes no part", takes_no_part},
};

TEST(CheckAcross, RefusesEveryLie) {
  std::mt19937_64 random(2);  // NOLINT(cert-msc51-cpp): the same every time
  std::map<std::string, int> told;
  for (int i = 0; i < 100; ++i) {
    Across const honest = some_across(random);
    for (auto const& [name, lie] : kLies) {
      Across across = honest;
      if (lie(across.told)) {
        ++told[name];
        EXPECT_FALSE(verdict_on(across).holds) << name << " of " << i;
      }
    }
  }
  for (auto const& [name, lie] : kLies) {
    EXPECT_GT(told[name], 5) << name;
  }
}

}  // namespace
}  // namespace bocage::check
