#include <gtest/gtest.h>

#include "exchange/wording/verdict.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Verdict;
using territory::Wrong;
using territory::WrongKind;

Verdict refused(Wrong wrong) {
  Verdict verdict;
  verdict.holds = false;
  verdict.wrong = std::move(wrong);
  return verdict;
}

TEST(VerdictWords, SayThatAPlanHolds) {
  EXPECT_EQ(verdict_sentence({}, Language::kEnglish), "The plan holds.");
  EXPECT_EQ(verdict_sentence({}, Language::kFrench), "Le plan tient.");
}

TEST(VerdictWords, SayTheFirstThingThatIsWrong) {
  Verdict const verdict = refused(
      {.kind = WrongKind::kServedDiffers, .need = "n3", .found = "6.261", .expected = "5.5"});
  EXPECT_EQ(verdict_sentence(verdict, Language::kEnglish),
            "The plan does not hold: need n3 is said to get 6.261; its lines add up to 5.5.");
  EXPECT_EQ(
      verdict_sentence(verdict, Language::kFrench),
      "Le plan ne tient pas\u00A0: le besoin n3 est dit recevoir 6,261\u00A0; ses lignes font "
      "5,5.");
}

TEST(VerdictWords, HaveASentenceForEverythingInBothLanguages) {
  for (int kind = 0; kind <= static_cast<int>(WrongKind::kMinimaDiffer); ++kind) {
    Verdict const verdict = refused({static_cast<WrongKind>(kind), "c", "n", "o", "f", "e"});
    std::string const english = verdict_sentence(verdict, Language::kEnglish);
    std::string const french = verdict_sentence(verdict, Language::kFrench);
    EXPECT_GT(english.size(), 40U);
    EXPECT_GT(french.size(), 40U);
    EXPECT_NE(english.substr(26), french.substr(26));
    EXPECT_EQ(english.back(), '.') << english;
    EXPECT_EQ(french.back(), '.') << french;
    EXPECT_EQ(french.find(" :"), std::string::npos) << french;
    EXPECT_EQ(french.find(" ;"), std::string::npos) << french;
  }
}

TEST(VerdictWords, TellUnderWhichRuleItWasChecked) {
  territory::Note const note{territory::NoteKind::kOtherRule, "need", "people"};
  EXPECT_EQ(note_sentence(note, Language::kEnglish),
            "Checked under rule need, which differs from the territory's, people.");
}

}  // namespace
}  // namespace bocage::exchange
