#include <gmock/gmock.h>

#include <set>

#include "exchange/wording/problem_tables.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Problem;
using territory::ProblemCode;

std::set<std::string> fields_of(std::string_view text) {
  std::set<std::string> fields;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    std::string const inside(text.substr(open + 1, text.find('}', open) - open - 1));
    if (inside == "found" || inside.find_first_not_of("=+0123456789") == std::string::npos) {
      fields.insert(inside);
    }
  }
  return fields;
}

TEST(ProblemWording, BothLanguagesSayTheSameFacts) {
  for (std::size_t i = 0; i < english_problems().size(); ++i) {
    EXPECT_EQ(fields_of(english_problems()[i].text), fields_of(french_problems()[i].text))
        << english_problems()[i].text;
  }
}

TEST(ProblemWording, KeepsTheRulesOfWhatPeopleRead) {
  for (const ProblemWordings* table : {&english_problems(), &french_problems()}) {
    for (const ProblemWording& wording : *table) {
      EXPECT_EQ(wording.text.find('!'), std::string_view::npos) << wording.text;
      EXPECT_TRUE(wording.text.ends_with(".") || wording.text.ends_with("]")) << wording.text;
      for (std::string_view const word : {"leximin", "solver", "node", "polymatroid"}) {
        EXPECT_EQ(wording.text.find(word), std::string_view::npos) << wording.text;
      }
    }
  }
}

TEST(ProblemWording, FrenchHasItsNoBreakSpaces) {
  for (const ProblemWording& wording : french_problems()) {
    for (std::string_view const breaking : {" ;", " :", " ?", "« ", " »"}) {
      EXPECT_EQ(wording.text.find(breaking), std::string_view::npos) << wording.text;
    }
  }
}

TEST(ProblemWording, LeavesOutWhatIsNotKnownAndKeepsBracketsOfItsOwn) {
  Problem problem;
  problem.code = ProblemCode::kSettingUnknown;
  problem.place = {"territory.toml", 3, 1, ""};
  problem.found = "lott";
  EXPECT_EQ(sentence(problem, Language::kEnglish),
            "territory.toml, line 3, column 1: \"lott\" is no setting and is left out.");
  problem.facts = {"lot"};
  EXPECT_EQ(sentence(problem, Language::kEnglish),
            "territory.toml, line 3, column 1: \"lott\" is no setting and is left out. Did you "
            "mean \"lot\"?");
  problem.code = ProblemCode::kJsonNotRows;
  problem.place = {"-", 0, 0, "", "needs"};
  EXPECT_EQ(sentence(problem, Language::kEnglish),
            "standard input, needs: found another value; expected a list of objects, one for each "
            "row. Write [{…}, {…}].");
}

TEST(ProblemWording, ListsFactsAndTranslatesThoseThatAreWords) {
  Problem problem;
  problem.code = ProblemCode::kSharedPartNeedsOwnPeople;
  problem.facts = {"die", "n1", "n2"};
  EXPECT_EQ(sentence(problem, Language::kEnglish),
            "the rule is \"people\", and several needs of \"die\" draw on the same means (n1, n2); "
            "expected that each says for how many people it is. Write it under people in "
            "needs.csv.");
  problem.code = ProblemCode::kListedLinkNotPossible;
  problem.place = {"links.csv", 4, 0, ""};
  problem.facts = {"c1", "n1", "dates"};
  EXPECT_EQ(sentence(problem, Language::kFrench),
            "links.csv, ligne 4\u00A0: la paire «\u00A0c1\u00A0» et «\u00A0n1\u00A0» n’est pas "
            "possible et n’est pas prise en compte\u00A0: leurs dates n’ont aucun jour en commun. "
            "Supprimez la ligne, ou corrigez les lignes qu’elle relie.");
}

}  // namespace
}  // namespace bocage::exchange
