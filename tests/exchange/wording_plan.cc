#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/wording/layout.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/reasons.h"
#include "exchange/wording/summary.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): a test of its values
using testing::HasSubstr;
using testing::Not;

constexpr Language kEn = Language::kEnglish;
constexpr Language kFr = Language::kFrench;

// A canteen asks for 40 kg of carrots, a person for 10 kg; a farm has 20 kg left.
struct Market {
  Territory territory;
  Plan plan;

  Market() {
    territory.settings.rule = Rule::kNeed;
    territory.stakeholders = {{.id = "canteen", .name = "Cantine de Saillans"},
                              {.id = "farm", .name = "Ferme des Sources"},
                              {.id = "someone", .name = "Jeanne Dupont", .kind = "person"}};
    territory.families = {{.unit = "kg", .quantum = Millionths(1'000'000)}};
    territory.resources = {{.id = "carrots", .name = "Carrots", .unit = "kg"}};
    territory.needs = {{.id = "n1",
                        .stakeholder = StakeholderIndex(0),
                        .resources = {ResourceIndex(0)},
                        .quantity = Quanta(40),
                        .minimum = Quanta(10)},
                       {.id = "n2",
                        .stakeholder = StakeholderIndex(2),
                        .resources = {ResourceIndex(0)},
                        .quantity = Quanta(10)}};
    territory.contributions = {{.id = "c1",
                                .stakeholder = StakeholderIndex(1),
                                .resources = {ResourceIndex(0)},
                                .quantity = Quanta(20)}};
    plan.territory = "Market";
    plan.rule = Rule::kNeed;
    plan.order = {Criterion::kMinimum, Criterion::kFair};
    plan.contributions = {{"c1", Millionths(0), Millionths(20'000'000), std::nullopt, {}}};
    plan.needs = {{"n1", {}, {}, std::nullopt, Reason::kMet, {}, {}},
                  {"n2", {}, {}, std::nullopt, Reason::kMet, {}, {}}};
    plan.summary.needs = 2;
  }

  std::string reason(Reason code, const Facts& facts, Language language) {
    plan.needs[0].reason = code;
    plan.needs[0].facts = facts;
    return reason_sentence(territory, plan, plan.needs[0], language);
  }
};

TEST(Reasons, SayWhatIsTooFarAndWhatItCouldCover) {
  Market market;
  Facts const facts{.contribution = "c1", .distance = Metres(33'000), .reach = Metres(25'000)};
  EXPECT_EQ(
      market.reason(Reason::kOutOfReach, facts, kEn),
      "No Carrots within 25\u00A0km. At 33\u00A0km, Ferme des Sources could cover 50\u00A0%.");
  EXPECT_EQ(market.reason(Reason::kOutOfReach, facts, kFr),
            "Carrots\u00A0: rien à moins de 25\u00A0km. À 33\u00A0km, Ferme des Sources pourrait "
            "en couvrir 50\u00A0%.");
  market.plan.contributions[0].left = Millionths(0);
  EXPECT_EQ(market.reason(Reason::kOutOfReach, facts, kEn),
            "No Carrots within 25\u00A0km. The nearest is Ferme des Sources, at 33\u00A0km.");
}

TEST(Reasons, SayWhichDatesAndWhichBan) {
  Market market;
  EXPECT_THAT(market.reason(Reason::kDatesNeverMeet, {.contribution = "c1", .days = 12}, kEn),
              HasSubstr("Ferme des Sources provides Carrots, but the dates never meet: 12 days"));
  EXPECT_THAT(market.reason(Reason::kDatesNeverMeet, {.contribution = "c1", .days = 1}, kFr),
              HasSubstr("un jour les sépare"));
  EXPECT_THAT(market.reason(Reason::kBanned, {.contribution = "c1", .ban = "conflict"}, kEn),
              HasSubstr("“conflict”"));
  EXPECT_THAT(market.reason(Reason::kBanned, {.contribution = "c1", .ban = "conflit"}, kFr),
              HasSubstr("«\u00A0conflit\u00A0»"));
}

TEST(Reasons, AreThereForEveryCodeInBothLanguages) {
  Market market;
  for (int code = 0; code < 13; ++code) {
    for (Language const language : {kEn, kFr}) {
      std::string const sentence = market.reason(static_cast<Reason>(code), {}, language);
      EXPECT_TRUE(sentence.ends_with('.')) << code << ": " << sentence;
      EXPECT_THAT(sentence, Not(HasSubstr("{")));
      EXPECT_THAT(sentence, Not(HasSubstr("!")));
    }
  }
}

TEST(Summary, StandsFirstWithWhoIsSetAsideAndWhatBringsThemBack) {
  Market market;
  market.plan.needs[0].reason = Reason::kSetAside;
  market.plan.minima =
      MinimaShortage{.by_unit = {{"kg", Millionths(10'000'000), Millionths(8'000'000), {}}},
                     .kept = 3,
                     .bound = 3,
                     .drawn = true,
                     .lot = 42,
                     .set_aside = {{"n1", Millionths(10'000'000), Millionths(2'000'000)}}};
  std::string const told = summary_of(market.territory, market.plan, kEn, true);
  EXPECT_THAT(
      told,
      HasSubstr(
          "Set aside\n  The minima ask for 10\u00A0kg; 8\u00A0kg of them can be met together."));
  EXPECT_THAT(told, HasSubstr("A lot decided between equal choices, drawn from the number 42."));
  EXPECT_THAT(told, HasSubstr("2\u00A0kg more within its reach would bring it back"));
  EXPECT_LT(told.find("Set aside"), told.find("Checked"));
  EXPECT_THAT(summary_of(market.territory, market.plan, kFr, true),
              HasSubstr("Mis de côté\n  Les minima demandent"));
}

TEST(Summary, NamesAPersonByANumber) {
  Market market;
  market.plan.needs[1].reason = Reason::kNoSuchResource;
  std::string const told = summary_of(market.territory, market.plan, kEn, false);
  EXPECT_THAT(told, HasSubstr("Person 1"));
  EXPECT_THAT(told, Not(HasSubstr("Jeanne")));
  EXPECT_THAT(told, Not(HasSubstr("Checked"))) << "only what was checked says so";
}

TEST(Numbers, AreWrittenAsPeopleWriteThem) {
  EXPECT_EQ(number_in_words(Millionths(1'234'567'500'000), kEn), "1,234,567.5");
  EXPECT_EQ(number_in_words(Millionths(12'345'500'000), kFr), "12\u202F345,5");
  EXPECT_EQ(number_in_words(Millionths(1'234'000'000), kEn), "1234");
  EXPECT_EQ(number_in_words(Millionths(-500'000), kFr), "-0,5");
  EXPECT_EQ(distance_in_words(Metres(850), kEn), "850\u00A0m");
  EXPECT_EQ(distance_in_words(Metres(14'250), kFr), "14,2\u00A0km");
  EXPECT_EQ(percent_in_words(Millionths(521'739), kEn), "52\u00A0%");
  EXPECT_EQ(percent_in_words(Millionths(999'000), kEn), "over 99\u00A0%");
  EXPECT_EQ(percent_in_words(Millionths(1'000), kFr), "moins de 1\u00A0%");
  EXPECT_EQ(percent_in_words(Millionths(0), kEn), "0\u00A0%");
  EXPECT_EQ(day_in_words(*base::parse_day("2027-03-01"), kFr), "1er\u00A0mars 2027");
  EXPECT_EQ(day_in_words(*base::parse_day("2027-03-07"), kEn), "7\u00A0March 2027");
}

TEST(Layout, AlignsByWhatIsSeenAndWraps) {
  Columns columns({Columns::Align::kLeft, Columns::Align::kRight});
  columns.add_row({"école", "5"});
  columns.add_row({"ecole", "12"});
  EXPECT_EQ(columns.to_text(2), "  école   5\n  ecole  12\n");
  EXPECT_EQ(width_of("e\u0301te\u0301"), 3U);
  std::string const text = wrapped(std::string(60, 'a') + " " + std::string(60, 'b'), 4);
  EXPECT_EQ(text, "    " + std::string(60, 'a') + "\n    " + std::string(60, 'b') + "\n");
}

TEST(Layout, WhatIsWrappedIsUnwrapped) {
  std::uint32_t state = 7;
  auto const below = [&](std::uint32_t bound) {
    return (state = state * 1664525 + 1013904223) % bound;
  };
  for (int turn = 0; turn < 500; ++turn) {
    std::string text;
    for (std::uint32_t words = 1 + below(60); words > 0; --words) {
      text += std::string(1 + below(12), 'a') + (below(5) == 0 ? "é" : "") + (words > 1 ? " " : "");
    }
    std::size_t const indent = below(6);
    EXPECT_EQ(unwrapped(wrapped(text, indent)), std::string(indent, ' ') + text + "\n");
  }
  EXPECT_EQ(unwrapped("a title\n  a line\n  another\n"), "a title\n  a line\n  another\n");
}

}  // namespace
}  // namespace bocage::exchange
