// The flagship of domain.md: nine cooperations of one territory, and its acceptance list.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "places.h"
#include "story/desk.h"
#include "territory/find.h"

namespace bocage::cli {
namespace {

using story::Answer;
using story::bocage;
using story::Desk;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::size_t lines_of(const std::filesystem::path& file) {
  std::string const text = story::read(file.string());
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The flagship of domain.md: 34 stakeholders, 96 needs, 140 contributions, 11 pooled options.
TEST(Valdor, IsPlannedWhole) {
  std::filesystem::path const valdor = tests::source_folder() / "examples/valdor";
  std::size_t needs = 0;
  std::size_t contributions = 0;
  for (const std::string& folder : exchange::cooperation_folders(valdor.string())) {
    auto const reading = exchange::read_territory((valdor / folder).string());
    EXPECT_THAT(reading.problems.list, IsEmpty()) << folder;
    EXPECT_EQ(reading.territory.stakeholders.size(), 34U) << folder;
    needs += reading.territory.needs.size();
    contributions += reading.territory.contributions.size();
  }
  EXPECT_EQ(needs, 96U);
  EXPECT_EQ(contributions, 140U);
  EXPECT_EQ(lines_of(valdor / "projets/projects.csv"), 12U);
  auto const told = bocage({"plan", valdor.string()});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("9 coopérations"));
  EXPECT_THAT(told.out, HasSubstr("12 besoins sur 12"));  // S8 with its transport
  EXPECT_THAT(told.out, HasSubstr("Membres laissés dehors\u00A0: 0."));
  EXPECT_THAT(told.out, HasSubstr("jamais. 0 ne"));
}

TEST(Valdor, IsWhatItsGeneratorWrites) {
  Desk const desk;
  std::string const copy = desk.path("source");
  std::filesystem::path const source = tests::source_folder();
  std::filesystem::create_directories(copy + "/examples");
  std::filesystem::copy(source / "examples/forms", copy + "/examples/forms",
                        std::filesystem::copy_options::recursive);
  std::filesystem::create_directories(copy + "/data");
  std::filesystem::copy(source / "data/communes.csv", copy + "/data/communes.csv");
  std::filesystem::create_directories(copy + "/tools");
  std::filesystem::copy(source / "tools/make_valdor.py", copy + "/tools/make_valdor.py");
  // NOLINTNEXTLINE(cert-env33-c): our own words
  ASSERT_EQ(std::system(("python3 " + copy + "/tools/make_valdor.py").c_str()), 0);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(copy + "/examples/valdor")) {
    if (entry.is_regular_file()) {
      auto const place = std::filesystem::relative(entry.path(), copy + "/examples/valdor");
      EXPECT_EQ(story::read((source / "examples/valdor" / place).string()),
                story::read(entry.path().string()))
          << place;
    }
  }
}

// The food cooperation's year, from its plan to its repair; every moment is said, none is now.
class ValdorsFood : public testing::Test {
 protected:
  ValdorsFood() {
    std::filesystem::copy(tests::source_folder() / "examples/valdor", valdor_,
                          std::filesystem::copy_options::recursive);
  }

  [[nodiscard]] Answer told(std::vector<std::string> words, const char* language = "en") const {
    words.insert(words.end(), {"--lang", language});
    auto answer = bocage(std::move(words));
    answer.out = story::flat(answer.out);
    return answer;
  }

  // What the round tells of an act.
  std::string act(std::vector<std::string> words) const {
    words.insert(words.begin(), {"round", food_});
    auto const answer = told(std::move(words));
    EXPECT_EQ(answer.status, 0) << answer.error;
    return answer.out;
  }

  // Everybody whom the plan concerns.
  void all_agree(const std::string& moment) const {
    for (const char* const stakeholder :
         {"ateliers_cuisine", "banque_alimentaire", "communaute", "epicerie", "ferme", "fournil",
          "jardins", "maraicher", "reseau_fermes", "scic_cuisine", "semences", "ville_amont",
          "ville_aval"}) {
      act({"yes", "--as", stakeholder, "--at", moment});
    }
  }

  void propose() const {
    act({"open", "--cycle", "2027", "--at", "2026-11-30T09:00"});
    act({"clarify", "--at", "2026-11-30T09:10"});
    act({"propose", "--at", "2026-11-30T09:20"});
  }

  Desk desk_;
  std::string valdor_ = desk_.path("valdor");
  std::string food_ = valdor_ + "/alimentation";
};

// "Leaves every stakeholder no worse than its declared outside option, or names who": here, the
// minimum; and "why not me?".
TEST_F(ValdorsFood, LeavesNobodyBelowItsMinimumAndSaysWhy) {
  std::string const file = desk_.path("plan.json");
  ASSERT_EQ(told({"plan", food_, "-o", file}).status, 0);
  EXPECT_EQ(told({"check", food_, file}).status, 0);
  auto const territory = exchange::read_territory(food_).territory;
  auto const plan = exchange::read_plan(story::read(file), file);
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan.value().needs.size(), 30U);
  for (std::size_t place = 0; place < 30; ++place) {
    const territory::Need& need = territory.needs[place];
    ASSERT_EQ(plan.value().needs[place].id, need.id);
    EXPECT_GE(plan.value().needs[place].served,
              territory::in_units(territory, need.family, need.minimum))
        << need.id;
  }
  auto const why = told({"explain", food_, file, "repas_2"}).out;
  EXPECT_THAT(why, HasSubstr("These eight share one shortage"));
  EXPECT_THAT(why, HasSubstr("65 kg more, within reach of it, would cover it in full."));
}

// "Three objections (one factual, one that exceeds limits, one mere preference), and the third does
// not block."
TEST_F(ValdorsFood, IsPlannedAgainAroundTwoObjectionsAndAPreference) {
  propose();
  std::string const at = "2026-11-30T10:00";
  act({"objection", "--as", "ferme", "--contribution", "recolte_32", "--need", "repas_7", "--kind",
       "facts", "--because", "only 190 kg were picked", "--change", "less", "--value", "30", "--at",
       at});
  act({"objection", "--as", "reseau_fermes", "--contribution", "recolte_5", "--need", "repas_12",
       "--kind", "limits", "--because", "the van is back at noon", "--change", "not_further",
       "--value", "40", "--at", at});
  auto const round =
      act({"objection", "--as", "epicerie", "--contribution", "recolte_23", "--need", "repas_6",
           "--kind", "preference", "--because", "we know the farm's apples", "--at", at});
  EXPECT_THAT(round, HasSubstr("objects (in the room, 2026-11-30T10:00) facts or aim: only 190 kg "
                               "were picked → no more than 30"));
  EXPECT_THAT(round, HasSubstr("not further than 40 km"));
  EXPECT_THAT(round, HasSubstr("awaited (in the room, 2026-11-30T10:00) a preference: we know"));
  EXPECT_THAT(act({"answers", "--at", at}), HasSubstr("Share the change:"));
  act({"replan", "--keep", "--at", "2026-11-30T10:30"});
  act({"propose", "--at", "2026-11-30T10:40"});
  all_agree("2026-11-30T11:00");
  EXPECT_THAT(act({"adopt", "--at", "2026-11-30T11:10"}), HasSubstr("awaited"));
  std::string const file = food_ + "/plan-2027-2.json";
  auto const plan = exchange::read_plan(story::read(file), file);
  ASSERT_TRUE(plan.ok());
  for (const auto& transfer : plan.value().transfers) {
    EXPECT_FALSE(transfer.contribution == "recolte_5" && transfer.need == "repas_12");
    EXPECT_FALSE(transfer.contribution == "recolte_32" && transfer.need == "repas_7" &&
                 transfer.quantity.count() > 30'000'000);
  }
}

// A preference alone stands in nobody's way.
TEST_F(ValdorsFood, IsAdoptedWithAPreferenceHeard) {
  propose();
  act({"objection", "--as", "epicerie", "--contribution", "recolte_23", "--need", "repas_6",
       "--kind", "preference", "--because", "we know the farm's apples", "--at",
       "2026-11-30T10:00"});
  all_agree("2026-11-30T11:00");
  EXPECT_THAT(act({"adopt", "--at", "2026-11-30T11:10"}), HasSubstr("close the cycle"));
}

// "Records commitments, ingests deliveries of week 3 with 2 failures, proposes repair."
TEST_F(ValdorsFood, RepairsTheThirdWeeksFailures) {
  propose();
  all_agree("2026-11-30T11:00");
  act({"adopt", "--at", "2026-11-30T11:10"});
  act({"deliver", "--as", "maraicher", "--contribution", "recolte_43", "--need", "repas_1",
       "--side", "giver", "--outcome", "failed", "--at", "2027-01-22T10:00"});
  auto const followed = act({"deliver", "--as", "jardins", "--contribution", "recolte_3", "--need",
                             "repas_1", "--side", "giver", "--outcome", "partly", "--quantity",
                             "40", "--at", "2027-01-22T10:10"});
  EXPECT_THAT(followed, HasSubstr("short, received 40 kg"));
  EXPECT_THAT(followed, HasSubstr("Now possible: repair, close the cycle"));
  act({"repair", "--at", "2027-01-24T10:00"});
  auto const answers = act({"answers", "--at", "2027-01-24T10:10"});
  auto const shared = answers.find("Share the change:");
  ASSERT_NE(shared, std::string::npos);
  EXPECT_THAT(answers.substr(0, shared),
              HasSubstr("Légumes from Maraîchage des Ramières (fictif): 180 kg → 0 kg"));
  EXPECT_THAT(answers.substr(shared), HasSubstr("Ferme de la Roanne"));
}

// "The comparison with sensitivity and the criteria on which cooperation loses."
TEST_F(ValdorsFood, IsComparedTheLossesFirst) {
  auto const compared = told({"compare", food_});
  EXPECT_EQ(compared.status, 0) << compared.error;
  auto const losses = compared.out.find("Where cooperation loses");
  auto const ahead = compared.out.find("Where cooperation is ahead, and what would turn it");
  EXPECT_LT(losses, ahead);
  EXPECT_NE(ahead, std::string::npos);
}

}  // namespace
}  // namespace bocage::cli
