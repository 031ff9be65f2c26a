#include <gmock/gmock.h>

#include "exchange/folders.h"
#include "exchange/proceedings/formats.h"
#include "exchange/proceedings/proceedings.h"
#include "exchange/wording/problems.h"

// The tables of a cycle and the agreement, spoiled a cell at a time: told with their place in both
// languages, and everything else still read.
namespace bocage::exchange {
namespace {

using territory::Language;
using territory::ProblemCode;
using territory::Severity;

Folder one_cycle() {
  return {
      {"cycles.csv",
       "cycle,step,at,plan,answer,stakeholder,how,noted_by,note\n"
       "w1,open,2026-12-01T09:00,,,,,Ana,\n"
       "w1,propose,2026-12-01T10:00,1,,,,Ana,\n"},
      {"positions.csv",
       "cycle,plan,stakeholder,contribution,need,answer,kind,argument,change,value,how,at\n"
       "w1,1,farm,c1,n1,objection,limits,the van is full,less,30,room,2026-12-01T10:05\n"
       "w1,1,die,,,yes,,,,,telephone,2026-12-01T10:06\n"},
      {"commitments.csv",
       "cycle,plan,contribution,need,quantity,from,due,strength\n"
       "w1,1,c1,n1,40,2027-01-04,2027-01-08,intention\n"},
      {"deliveries.csv",
       "cycle,plan,contribution,need,side,outcome,quantity,until,said_by,how,at\n"
       "w1,1,c1,n1,giver,late,12.5,2027-01-12,Ana,paper,2027-01-08T18:00\n"},
      {"decisions.csv",
       "decision,step,about,setting,value,stakeholder,at\n"
       "d1,raise,agreement,rounds,4,die,2026-12-01T09:10\n"},
  };
}

struct Told {
  Severity severity = Severity::kError;
  std::string english;
  std::string french;
};

void expect_only(const territory::Problems& problems, const Told& told) {
  ASSERT_EQ(problems.list.size(), 1U);
  EXPECT_EQ(problems.list.front().severity, told.severity);
  EXPECT_EQ(sentence(problems.list.front(), Language::kEnglish), told.english);
  EXPECT_EQ(sentence(problems.list.front(), Language::kFrench), told.french);
}

std::size_t rows_of(const territory::Proceedings& all) {
  return all.steps.size() + all.positions.size() + all.commitments.size() + all.deliveries.size() +
         all.decisions.size();
}

// One text of one table replaced: what is said, and that only its row is missing.
void expect_told(const std::string& file, const std::string& text, const std::string& by,
                 const Told& told) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  std::size_t const whole = rows_of(read_proceedings(one_cycle(), territory).proceedings);
  auto const reading = read_proceedings(replaced(one_cycle(), file, text, by), territory);
  expect_only(reading.problems, told);
  std::size_t const lost = told.severity == Severity::kError ? 1 : 0;
  EXPECT_EQ(rows_of(reading.proceedings), whole - lost);
}

TEST(Proceedings, AreReadAsTheyAreWritten) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  auto const reading = read_proceedings(one_cycle(), territory);
  EXPECT_THAT(reading.problems.list, ::testing::IsEmpty());
  const territory::Proceedings& all = reading.proceedings;
  ASSERT_EQ(rows_of(all), 7U);
  EXPECT_EQ(all.steps[1].plan, 1);
  EXPECT_EQ(all.positions[0].kind, territory::ObjectionKind::kLimits);
  EXPECT_EQ(all.positions[0].change, territory::Narrowing::kLess);
  EXPECT_EQ(all.positions[1].saying.how, territory::How::kTelephone);
  EXPECT_EQ(all.commitments[0].strength, territory::Strength::kIntention);
  EXPECT_EQ(all.deliveries[0].quantity, territory::Millionths(12'500'000));
  EXPECT_EQ(base::format_day(*all.deliveries[0].until), "2027-01-12");
  EXPECT_EQ(all.decisions[0].about, territory::DecisionKind::kAgreement);
}

TEST(Proceedings, NamesAndFrenchSpreadsheetsAreUnderstood) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  auto const reading =
      read_proceedings({{"positions.csv",
                         "cycle;plan;stakeholder;contribution;need;answer;how;at\r\n"
                         "w1;1;Cantine de Die;;n2;yes;room;2026-12-01 10:06\r\n"}},
                       territory);
  EXPECT_THAT(reading.problems.list, ::testing::IsEmpty());
  ASSERT_EQ(reading.proceedings.positions.size(), 1U);
  EXPECT_EQ(reading.proceedings.positions[0].stakeholder, "die");
}

TEST(BadProceedings, AStepThatIsNone) {
  expect_told(
      "cycles.csv", "propose", "vote",
      {Severity::kError,
       "cycles.csv, line 3, column 2 (step): found \"vote\"; expected one of open, clarify, react, "
       "amend, propose, notice, replan, adopt, park, resume, fallback, count, repair, close. Write "
       "one of them.",
       "cycles.csv, ligne 3, colonne 2 (step)\u00A0: «\u00A0vote\u00A0» a été trouvé\u00A0; l’un "
       "de ces mots était attendu\u00A0: open, clarify, react, amend, propose, notice, replan, "
       "adopt, park, resume, fallback, count, repair, close. Écrivez l’un d’eux."});
}

TEST(BadProceedings, AStepWithoutItsCycle) {
  expect_told("cycles.csv", "w1,propose", ",propose",
              {Severity::kError,
               "cycles.csv, line 3, column 1 (cycle): found nothing; expected a value. Write it, "
               "or remove the row.",
               "cycles.csv, ligne 3, colonne 1 (cycle)\u00A0: la cellule est vide\u00A0; une "
               "valeur était attendue. Écrivez-la, ou supprimez la ligne."});
}

TEST(BadProceedings, AMomentThatIsNone) {
  expect_told(
      "cycles.csv", "2026-12-01T10:00", "yesterday",
      {Severity::kError,
       "cycles.csv, line 3, column 3 (at): found \"yesterday\"; expected a day and a time such as "
       "2026-12-03T14:05. Write it so.",
       "cycles.csv, ligne 3, colonne 3 (at)\u00A0: «\u00A0yesterday\u00A0» a été trouvé\u00A0; un "
       "jour et une heure comme 2026-12-03T14:05 étaient attendus. Écrivez-les ainsi."});
}

TEST(BadProceedings, APlanThatHasNoNumber) {
  expect_told(
      "cycles.csv", "10:00,1", "10:00,first",
      {Severity::kError,
       "cycles.csv, line 3, column 4 (plan): found \"first\"; expected the number of a plan of "
       "this cycle, from 1. Write it.",
       "cycles.csv, ligne 3, colonne 4 (plan)\u00A0: «\u00A0first\u00A0» a été trouvé\u00A0; le "
       "numéro d’un plan de cette campagne, à partir de 1, était attendu. Écrivez-le."});
}

TEST(BadProceedings, AnAnswerThatIsNone) {
  expect_told("positions.csv", "objection", "veto",
              {Severity::kError,
               "positions.csv, line 2, column 6 (answer): found \"veto\"; expected one of yes, "
               "reservation, stand_aside, objection. Write one of them.",
               "positions.csv, ligne 2, colonne 6 (answer)\u00A0: «\u00A0veto\u00A0» a été "
               "trouvé\u00A0; l’un de ces mots était attendu\u00A0: yes, reservation, stand_aside, "
               "objection. Écrivez l’un d’eux."});
}

TEST(BadProceedings, AnAnswerOfNobody) {
  expect_told("positions.csv", "die,,,yes", ",,,yes",
              {Severity::kError,
               "positions.csv, line 3, column 3 (stakeholder): found nothing; expected a value. "
               "Write it, or remove the row.",
               "positions.csv, ligne 3, colonne 3 (stakeholder)\u00A0: la cellule est vide\u00A0; "
               "une valeur était attendue. Écrivez-la, ou supprimez la ligne."});
}

TEST(BadProceedings, AStakeholderNobodyKnowsAnyMore) {
  expect_told("positions.csv", "1,die", "1,dia",
              {Severity::kWarning,
               "positions.csv, line 3, column 3 (stakeholder): found \"dia\"; expected the id or "
               "the name of a stakeholder. If it is new, add it to stakeholders.csv.",
               "positions.csv, ligne 3, colonne 3 (stakeholder)\u00A0: «\u00A0dia\u00A0» a été "
               "trouvé\u00A0; l’identifiant ou le nom d’une partie prenante était attendu. Si elle "
               "est nouvelle, ajoutez-la à stakeholders.csv."});
}

TEST(BadProceedings, AChangeThatIsNone) {
  expect_told("positions.csv", "less", "more",
              {Severity::kError,
               "positions.csv, line 2, column 9 (change): found \"more\"; expected one of less, "
               "not_with, not_before, not_after, not_further. Write one of them.",
               "positions.csv, ligne 2, colonne 9 (change)\u00A0: «\u00A0more\u00A0» a été "
               "trouvé\u00A0; l’un de ces mots était attendu\u00A0: less, not_with, not_before, "
               "not_after, not_further. Écrivez l’un d’eux."});
}

TEST(BadProceedings, AQuantityThatIsNone) {
  expect_told("commitments.csv", ",40,", ",a lot,",
              {Severity::kError,
               "commitments.csv, line 2, column 5 (quantity): found \"a lot\"; expected a number "
               "such as 12.5. Write digits only.",
               "commitments.csv, ligne 2, colonne 5 (quantity)\u00A0: «\u00A0a lot\u00A0» a été "
               "trouvé\u00A0; un nombre comme 12,5 était attendu. N’écrivez que des chiffres."});
}

TEST(BadProceedings, ANegativeQuantity) {
  expect_told("commitments.csv", ",40,", ",-40,",
              {Severity::kError,
               "commitments.csv, line 2, column 5 (quantity): found \"-40\"; expected 0 or more. "
               "Write it without the minus sign.",
               "commitments.csv, ligne 2, colonne 5 (quantity)\u00A0: «\u00A0-40\u00A0» a été "
               "trouvé\u00A0; 0 ou plus était attendu. Écrivez-le sans le signe moins."});
}

TEST(BadProceedings, APromiseToNobody) {
  expect_told("commitments.csv", "c1,n1", "c1,",
              {Severity::kError,
               "commitments.csv, line 2, column 4 (need): found nothing; expected a value. Write "
               "it, or remove the row.",
               "commitments.csv, ligne 2, colonne 4 (need)\u00A0: la cellule est vide\u00A0; une "
               "valeur était attendue. Écrivez-la, ou supprimez la ligne."});
}

TEST(BadProceedings, ADayThatIsNone) {
  expect_told("deliveries.csv", "2027-01-12", "2027-02-30",
              {Severity::kError,
               "deliveries.csv, line 2, column 8 (until): found \"2027-02-30\"; expected a day "
               "that exists, written YYYY-MM-DD.",
               "deliveries.csv, ligne 2, colonne 8 (until)\u00A0: «\u00A02027-02-30\u00A0» a été "
               "trouvé\u00A0; un jour qui existe, écrit AAAA-MM-JJ, était attendu."});
}

TEST(BadProceedings, ASideThatIsNone) {
  expect_told(
      "deliveries.csv", "giver", "driver",
      {Severity::kError,
       "deliveries.csv, line 2, column 5 (side): found \"driver\"; expected one of giver, "
       "receiver. Write one of them.",
       "deliveries.csv, ligne 2, colonne 5 (side)\u00A0: «\u00A0driver\u00A0» a été trouvé\u00A0; "
       "l’un de ces mots était attendu\u00A0: giver, receiver. Écrivez l’un d’eux."});
}

TEST(BadProceedings, ADecisionAboutNothingKnown) {
  expect_told("decisions.csv", "agreement", "weather",
              {Severity::kError,
               "decisions.csv, line 2, column 3 (about): found \"weather\"; expected one of rule, "
               "order, deadline, agreement, facilitator, exclusion. Write one of them.",
               "decisions.csv, ligne 2, colonne 3 (about)\u00A0: «\u00A0weather\u00A0» a été "
               "trouvé\u00A0; l’un de ces mots était attendu\u00A0: rule, order, deadline, "
               "agreement, facilitator, exclusion. Écrivez l’un d’eux."});
}

TEST(BadProceedings, ARowWithTooManyCells) {
  expect_told("decisions.csv", "09:10", "09:10,,,,more",
              {Severity::kError,
               "decisions.csv, line 2: found 11 cells; the header has 7. Put a cell in quotation "
               "marks where it holds a comma or a semicolon, or remove what is too much.",
               "decisions.csv, ligne 2\u00A0: 11 cellules ont été trouvées\u00A0; l’en-tête en a "
               "7. Mettez entre guillemets une cellule qui contient une virgule ou un "
               "point-virgule, ou supprimez ce qui est de trop."});
}

TEST(BadProceedings, ATableWithoutARequiredColumn) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  auto const reading =
      read_proceedings(replaced(one_cycle(), "deliveries.csv", ",side,", ",who,"), territory);
  EXPECT_EQ(reading.problems.list.size(), 1U);
  EXPECT_TRUE(reading.problems.has_errors());
  EXPECT_THAT(reading.proceedings.deliveries, ::testing::IsEmpty());
}

TEST(BadProceedings, EverythingWrongIsToldAtOnce) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  Folder folder = replaced(one_cycle(), "cycles.csv", "propose", "vote");
  folder = replaced(folder, "positions.csv", "less", "more");
  folder = replaced(folder, "deliveries.csv", "giver", "driver");
  EXPECT_EQ(read_proceedings(folder, territory).problems.list.size(), 3U);
}

TEST(Proceedings, ARowIsReadBackAsItWasWritten) {
  auto const territory = read_territory_folder(two_canteens()).territory;
  auto const all = read_proceedings(one_cycle(), territory).proceedings;
  auto const write = [](Folder& folder, const TableFormat& format, const auto& rows) {
    Grid grid;
    for (const Column& column : format.columns) {
      grid.headers.emplace_back(column.name);
    }
    for (const auto& row : rows) {
      append_row(grid, cells_of(row));
    }
    folder[file_of(format)] = grid_text(grid);
  };
  Folder folder;
  write(folder, kStepsTable, all.steps);
  write(folder, kPositionsTable, all.positions);
  write(folder, kCommitmentsTable, all.commitments);
  write(folder, kDeliveriesTable, all.deliveries);
  write(folder, kDecisionsTable, all.decisions);
  auto const again = read_proceedings(folder, territory);
  EXPECT_THAT(again.problems.list, ::testing::IsEmpty());
  EXPECT_EQ(again.proceedings, all);
}

}  // namespace
}  // namespace bocage::exchange
