// What people write wrong in a table of rules: every message names the line and what to do, in both
// languages.
#include <gmock/gmock.h>

#include "exchange/read_rules.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::ProblemCode;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kHeader =
    "id,form,predicate,parameter,source,valid_from,valid_until,severity,confidence,english\n";

TEST(BadRules, AGoodTableIsRead) {
  auto const reading = read_rules(
      kHeader +
          "R-1,club,every,table=people;where=age>=18&member=yes|oui;each=signed&pay<=@most,"
          "our statutes,2026-01-01,,warning,checked,Everybody signed\n",
      "rules.csv");
  EXPECT_THAT(reading.problems.list, IsEmpty());
  ASSERT_EQ(reading.rules.size(), 1U);
  const auto& parameter = reading.rules[0].parameter;
  EXPECT_EQ(parameter.where.size(), 2U);
  EXPECT_EQ(parameter.where[1].values.size(), 2U);
  EXPECT_EQ(parameter.each[0].test, territory::RuleTest::kFilled);
  EXPECT_EQ(parameter.each[1].values.at(0), "@most");
}

TEST(BadRules, EveryMistakeIsToldAtItsPlace) {
  struct Mistake {
    const char* name;
    std::string row;
    ProblemCode code;
  };
  auto const row = [](const std::string& predicate, const std::string& parameter) {
    return "R-1,club," + predicate + "," + parameter + ",source,,,,,Sentence\n";
  };
  const Mistake mistakes[] = {
      {"no id", ",club,by_hand,,source,,,,,Sentence\n", ProblemCode::kCellEmpty},
      {"no source", "R-1,club,by_hand,,,,,,,Sentence\n", ProblemCode::kCellEmpty},
      {"a predicate unheard of", row("nearly", ""), ProblemCode::kRulePredicateUnknown},
      {"no table", row("every", "each=a"), ProblemCode::kRuleParameterWrong},
      {"nothing asked of each", row("every", "table=t"), ProblemCode::kRuleParameterWrong},
      {"no bound", row("count", "table=t"), ProblemCode::kRuleParameterWrong},
      {"no value", row("sum", "table=t;at_most=1"), ProblemCode::kRuleParameterWrong},
      {"nothing to cover", row("covers", "table=t;value=v"), ProblemCode::kRuleParameterWrong},
      {"a bound in words", row("count", "table=t;at_least=two"), ProblemCode::kRuleParameterWrong},
      {"a bound below nothing", row("count", "table=t;at_least=-1"),
       ProblemCode::kRuleParameterWrong},
      {"a piece without a value", row("count", "table=t;at_least"),
       ProblemCode::kRuleParameterWrong},
      {"a piece unheard of", row("count", "table=t;near=3"), ProblemCode::kRuleParameterWrong},
      {"a condition of nothing", row("count", "table=t;where==a;at_least=1"),
       ProblemCode::kRuleParameterWrong},
      {"a comparison with a word", row("count", "table=t;where=a>=b;at_least=1"),
       ProblemCode::kRuleParameterWrong},
      {"a day that is none", "R-1,club,by_hand,,s,2026-13-01,,,,Sentence\n",
       ProblemCode::kDateWrong},
      {"days that cross", "R-1,club,by_hand,,s,2026-02-01,2026-01-01,,,Sentence\n",
       ProblemCode::kFromAfterUntil},
      {"a severity unheard of", "R-1,club,by_hand,,s,,,fatal,,Sentence\n",
       ProblemCode::kRuleWordUnknown},
      {"a confidence unheard of", "R-1,club,by_hand,,s,,,,blind,Sentence\n",
       ProblemCode::kRuleWordUnknown},
  };
  for (const Mistake& mistake : mistakes) {
    auto const reading = read_rules(kHeader + mistake.row, "rules.csv");
    bool told = false;
    for (auto const& problem : reading.problems.list) {
      told = told || (problem.code == mistake.code && problem.place.line == 2);
      for (Language const language : {Language::kEnglish, Language::kFrench}) {
        EXPECT_THAT(sentence(problem, language), Not(HasSubstr("{"))) << mistake.name;
      }
    }
    EXPECT_TRUE(told) << mistake.name;
  }
}

TEST(BadRules, OneRuleOfANameAtATime) {
  std::string const first = "R-1,club,by_hand,,s,,2025-12-31,,,One\n";
  EXPECT_THAT(
      read_rules(kHeader + first + "R-1,club,by_hand,,s,2026-01-01,,,,Two\n", "r").problems.list,
      IsEmpty());
  auto const problems =
      read_rules(kHeader + first + "R-1,club,by_hand,,s,2025-12-31,,,,Two\n", "r").problems.list;
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, ProblemCode::kRuleRepeated);
}

TEST(BadRules, OnesOwnTakeThePlaceOfTheKnown) {
  auto const own =
      read_rules(kHeader + "R-SCIC-4,scic,by_hand,,our statutes,,,,,All in reserve\n", "rules.csv");
  int found = 0;
  for (const auto& rule : rules_with(own.rules)) {
    if (rule.id == "R-SCIC-4") {
      ++found;
      EXPECT_EQ(rule.english, "All in reserve");
    }
  }
  EXPECT_EQ(found, 1);
}

}  // namespace
}  // namespace bocage::exchange
