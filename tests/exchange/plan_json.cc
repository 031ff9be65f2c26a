#include "exchange/plan_json.h"

#include <gtest/gtest.h>

#include <random>

#include "exchange/codes.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): a test of its values

// S1 of the design, as far as section 6 prints it.
Plan one_van() {
  Plan plan;
  plan.engine = "0.1.0";
  plan.territory = "One van";
  plan.input_sha256 = "abc";
  plan.rule = Rule::kNeed;
  plan.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kDistance};
  plan.summary = {.needs = 6,
                  .served = 6,
                  .set_aside = 0,
                  .reachable_unserved = 0,
                  .lowest_fill = Millionths(521'700),
                  .by_unit = {{"h", Millionths(66'000'000), Millionths(40'000'000), Millionths(0)}},
                  .lines = 6,
                  .lines_distance = Metres(0)};
  plan.transfers = {{"c1", "n1", Millionths(6'261'000), Metres(0)}};
  plan.needs = {{"n1",
                 Millionths(6'261'000),
                 Millionths(521'750),
                 1,
                 Reason::kSharedShortage,
                 {Millionths(0)},
                 {}}};
  plan.contributions = {{"c1", Millionths(40'000'000), Millionths(0), 1, {Millionths(0)}}};
  plan.blocks = {{1, base::Fraction(12, 23), 6, 1}};
  plan.proof = {{"c1", "n1", base::Fraction(144, 23)}};
  plan.assumptions = {{AssumptionCode::kNoPosition, "n1", {}}};
  return plan;
}

TEST(WritePlan, ReadsAsTheDesignSays) {
  EXPECT_EQ(write_plan(one_van()), R"({
  "format": "bocage-plan/1", "engine": "0.1.0", "territory": "One van",
  "input_sha256": "abc", "rule": "need", "order": ["minimum", "fair", "distance"],
  "summary": {"needs": 6, "served": 6, "set_aside": 0, "reachable_unserved": 0, "lowest_fill": 0.5217,
              "by_unit": [{"unit": "h", "needed": 66, "served": 40, "unit_km": 0}], "lines": 6, "lines_km": 0},
  "transfers": [
    {"contribution": "c1", "need": "n1", "quantity": 6.261, "km": 0}
  ],
  "needs": [
    {"id": "n1", "served": 6.261, "fill": 0.52175, "block": 1, "reason": "shared_shortage", "potential": [0]}
  ],
  "contributions": [
    {"id": "c1", "given": 40, "left": 0, "block": 1, "potential": [0]}
  ],
  "blocks": [
    {"id": 1, "level": "12/23", "needs": 6, "contributions": 1}
  ],
  "proof": [
    {"contribution": "c1", "need": "n1", "quantity": "144/23"}
  ],
  "assumptions": [
    {"code": "no_position", "of": "n1"}
  ]
}
)");
}

TEST(WritePlan, SaysNullForAThresholdThatNothingLimits) {
  Plan plan = one_van();
  plan.blocks[0].level = base::Fraction::infinity();
  plan.needs[0].block = std::nullopt;
  std::string const bytes = write_plan(plan);
  EXPECT_NE(bytes.find(R"("level": null)"), std::string::npos);
  EXPECT_NE(bytes.find(R"("block": null)"), std::string::npos);
}

TEST(WritePlan, HasNoProofWhereFairnessDoesNotLead) {
  Plan plan = one_van();
  plan.order = {Criterion::kTotal, Criterion::kValue};
  plan.proof.clear();
  plan.blocks.clear();
  EXPECT_EQ(write_plan(plan).find("proof"), std::string::npos);
}

// Any plan: every key present or absent, names with everything JSON must escape, numbers of all
// sizes.
class RandomPlans {
 public:
  explicit RandomPlans(unsigned seed) : random_(seed) {}

  Plan next() {
    Plan plan;
    plan.engine = text();
    plan.territory = text();
    plan.input_sha256 = text();
    plan.previous_sha256 = coin() ? "f00" : "";
    plan.rule = coin() ? Rule::kPeople : Rule::kNeed;
    plan.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kCost, Criterion::kStability};
    if (coin()) {
      plan.answer = coin() ? Answer::kKeep : Answer::kShare;
    }
    plan.summary = {number(), number(), number(), number(), {}, units(), number(), metres()};
    if (coin()) {
      plan.summary.lowest_fill = millionths();
    }
    if (coin()) {
      plan.minima = MinimaShortage{units(false), number(), number(), coin(), random_(), {}};
      repeat([&] { plan.minima->set_aside.push_back({text(), millionths(), some_millionths()}); });
    }
    repeat([&] { plan.transfers.push_back({text(), text(), millionths(), metres()}); });
    repeat([&] {
      plan.needs.push_back({text(), millionths(), millionths(), block(),
                            static_cast<Reason>(number() % 13), potential(), facts()});
    });
    repeat([&] {
      plan.contributions.push_back({text(), millionths(), millionths(), block(), potential()});
    });
    repeat([&] { plan.blocks.push_back({number(), fraction(), number(), number()}); });
    repeat([&] { plan.proof.push_back({text(), text(), base::Fraction(number(), 1 + number())}); });
    repeat([&] {
      plan.assumptions.push_back(
          {static_cast<AssumptionCode>(number() % 5), text(), Millionths(coin() ? number() : 0)});
    });
    return plan;
  }

 private:
  bool coin() { return random_() % 2 == 0; }
  int number() { return static_cast<int>(random_() % 1'000'000); }
  Metres metres() { return Metres(number()); }
  Millionths millionths() {
    return Millionths(static_cast<std::int64_t>(random_() % 1'000'000'000'000'000'000U) >>
                      (random_() % 60));
  }
  std::optional<Millionths> some_millionths() {
    return coin() ? std::optional(millionths()) : std::nullopt;
  }
  std::optional<int> block() { return coin() ? std::optional(number()) : std::nullopt; }
  base::Fraction fraction() {
    return random_() % 4 == 0 ? base::Fraction::infinity()
                              : base::Fraction(millionths().count(), 1 + millionths().count());
  }
  std::vector<Millionths> potential() {
    std::vector<Millionths> entries;
    repeat([&] { entries.push_back(Millionths(coin() ? number() : -number())); });
    return entries;
  }
  Facts facts() {
    Facts facts;
    if (coin()) {
      facts = {text(), metres(), metres(), number(), text(), millionths(), millionths()};
    }
    return facts;
  }
  std::vector<UnitSummary> units(bool distance = true) {
    std::vector<UnitSummary> all;
    repeat([&] {
      all.push_back({text(), millionths(), millionths(), distance ? millionths() : Millionths(0)});
    });
    return all;
  }
  std::string text() {
    static const char* const kPieces[] = {"a", "é", "\"", "\\", "\n", "\t", "\x01", "€", "/", "0"};
    std::string out = "x";
    repeat([&] { out += kPieces[random_() % std::size(kPieces)]; });
    return out;
  }
  template <class Step>
  void repeat(Step step) {
    for (std::uint64_t times = random_() % 5; times > 0; --times) {
      step();
    }
  }
  std::mt19937_64 random_;
};

TEST(ReadPlan, FindsWhatWasWritten) {
  RandomPlans plans(11);
  for (int trial = 0; trial < 2'000; ++trial) {
    Plan const plan = plans.next();
    std::string const bytes = write_plan(plan);
    auto const read = read_plan(bytes, "plan.json");
    ASSERT_TRUE(read.ok()) << bytes;
    ASSERT_EQ(*read, plan) << bytes;
    ASSERT_EQ(write_plan(*read), bytes);
  }
}

Problem only_problem(const std::string& bytes) {
  auto const read = read_plan(bytes, "plan.json");
  EXPECT_FALSE(read.ok()) << bytes;
  EXPECT_EQ(read.ok() ? 0U : read.failure().list.size(), 1U);
  return read.ok() ? Problem{} : read.failure().list.front();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  std::size_t const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// Nobody checks what stands behind a key that nobody knows, and people might believe it.
TEST(ReadPlan, RefusesKeysItDoesNotKnow) {
  std::string const bytes = write_plan(one_van());
  Problem const inside =
      only_problem(replaced(bytes, R"("km": 0})", R"("km": 0, "moon": {"full": [true]}})"));
  EXPECT_EQ(inside.place.path, "transfers[0]");
  EXPECT_EQ(inside.found, "moon");
  EXPECT_EQ(only_problem(replaced(bytes, R"("rule":)", R"("ruler": 1, "rule":)")).found, "ruler");
  EXPECT_EQ(only_problem(replaced(bytes, R"("lines":)", R"("signs": 1, "lines":)")).found, "signs");
}

// Two readers must not take one text for two numbers.
TEST(ReadPlan, TakesANumberInOneSpellingOnly) {
  std::string const bytes = write_plan(one_van());
  for (const char* number :
       {"6.2610", "6.261e0", "06.261", "6,261", "+6.261", "6.2610001", "1e400"}) {
    EXPECT_FALSE(
        read_plan(replaced(bytes, R"("quantity": 6.261)", R"("quantity": )" + std::string(number)),
                  "p")
            .ok())
        << number;
  }
  for (const char* zero : {"-0", "0.0", "0e9", "false", "null"}) {
    EXPECT_FALSE(
        read_plan(replaced(bytes, R"("left": 0)", R"("left": )" + std::string(zero)), "p").ok())
        << zero;
  }
}

// What may be left out is not there where it is empty, and the proof is where fairness leads.
TEST(ReadPlan, TakesWhatIsEmptyInOneWayOnly) {
  std::string const bytes = write_plan(one_van());
  EXPECT_EQ(
      only_problem(replaced(bytes, R"("rule":)", R"("previous_sha256": "", "rule":)")).place.path,
      "previous_sha256");
  EXPECT_EQ(only_problem(replaced(bytes, R"("reason": "shared_shortage",)",
                                  R"("reason": "shared_shortage", "facts": {},)"))
                .place.path,
            "needs[0].facts");
  EXPECT_EQ(
      only_problem(replaced(bytes, R"("of": "n1"})", R"("of": "n1", "proposal": 0})")).place.path,
      "assumptions[0].proposal");
  EXPECT_EQ(only_problem(replaced(bytes, R"("fair",)", R"("total",)")).found, "proof");
}

TEST(ReadPlan, SaysWhereAValueIsWrong) {
  std::string const bytes = write_plan(one_van());
  Problem const exponent =
      only_problem(replaced(bytes, R"("quantity": 6.261)", R"("quantity": 1e3)"));
  EXPECT_EQ(exponent.code, ProblemCode::kPlanValueWrong);
  EXPECT_EQ(exponent.place.path, "transfers[0].quantity");
  EXPECT_EQ(exponent.found, "1e3");

  EXPECT_EQ(only_problem(replaced(bytes, R"("reason": "shared_shortage")", R"("reason": "luck")"))
                .place.path,
            "needs[0].reason");
  EXPECT_EQ(only_problem(replaced(bytes, R"("fill": 0.52175, )", "")).code,
            ProblemCode::kPlanValueMissing);
  EXPECT_EQ(only_problem(replaced(bytes, R"("needs": 6, "served")", R"("needs": 6.5, "served")"))
                .place.path,
            "summary.needs");
  EXPECT_EQ(
      only_problem(replaced(bytes, R"("potential": [0])", R"("potential": ["0"])")).place.path,
      "needs[0].potential");
}

TEST(ReadPlan, TakesAFractionOnlyInLowestTerms) {
  std::string const bytes = write_plan(one_van());
  for (const char* level : {"24/46", "12/0", "1/1", "-1/2", "0.5", "012/23", "12/23 ", "/23", "12/",
                            "99999999999999999999999999999999999999"}) {
    EXPECT_EQ(only_problem(replaced(bytes, "12/23", level)).place.path, "blocks[0].level") << level;
  }
  EXPECT_TRUE(read_plan(replaced(bytes, "12/23", "3"), "p").ok());
}

TEST(ReadPlan, RefusesWhatIsNoPlan) {
  EXPECT_EQ(only_problem("[]").code, ProblemCode::kPlanFormat);
  EXPECT_EQ(only_problem("{}").code, ProblemCode::kPlanFormat);
  EXPECT_EQ(only_problem(R"({"format": "bocage-plan/2"})").found, "bocage-plan/2");
  EXPECT_EQ(only_problem("{").place.file, "plan.json");
  EXPECT_FALSE(read_plan(R"({"format": "bocage-plan/1"})", "p").ok());
}

TEST(Codes, AreReadBack) {
  for (int reason = 0; reason < 13; ++reason) {
    auto const value = static_cast<Reason>(reason);
    EXPECT_EQ(value_of<Reason>(code_of(value)), value);
  }
  EXPECT_EQ(value_of<Criterion>("leximin"), std::nullopt);
}

}  // namespace
}  // namespace bocage::exchange
