// The sheets people have, from the command line: what is said, what is written, the exit status.
#include <gmock/gmock.h>

#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::Answer;
using story::bocage;
using story::Desk;
using story::flat;
using story::read;
using testing::HasSubstr;
using testing::Not;

// In Windows-1252, as an old French spreadsheet writes: a title, semicolons, a decimal comma.
constexpr const char* kNeeds =
    "Besoins du collectif;;;;\n"
    ";;;;\n"
    "Structure;Besoin;Qt\xE9;Unit\xE9;Commune\n"
    "Cantine de Saillans;Carottes;12,5 kg;;Saillans (26)\n"
    "\xC9"
    "cole de Crest;Carottes;20;kg;Crest\n";
constexpr const char* kOffers =
    "Qui;Offre;Qt\xE9;Unit\xE9;Commune\n"
    "Ferme de l'\xC9tang;Carottes;25;kg;Die\n";

class ImportCommand : public testing::TestWithParam<const char*> {
 protected:
  ImportCommand() {
    desk_.write("besoins.csv", kNeeds);
    desk_.write("offres.csv", kOffers);
  }

  Answer import(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--lang", GetParam(), "import"});
    return bocage(std::move(arguments));
  }
  [[nodiscard]] std::string said(const std::string& english, const std::string& french) const {
    return std::string(GetParam()) == "en" ? english : french;
  }

  Desk desk_;
  std::string needs_ = desk_.path("besoins.csv");
  std::string offers_ = desk_.path("offres.csv");
  std::string folder_ = desk_.path("valdor");
};

TEST_P(ImportCommand, WritesAFolderThatPlans) {
  Answer const imported = import({needs_, offers_, folder_, "--rule", "need"});
  ASSERT_EQ(imported.status, 0) << imported.out << imported.error;
  EXPECT_EQ(imported.error, "");
  EXPECT_THAT(flat(imported.out),
              HasSubstr(said("besoins.csv: needs; 2 rows under the header in row 3",
                             "besoins.csv : besoins ; 2 lignes sous les en-têtes "
                             "de la ligne 3")));
  EXPECT_THAT(flat(imported.out),
              HasSubstr(said("offres.csv: contributions; 1 row under the header",
                             "offres.csv : apports ; 1 ligne sous les en-têtes")));
  Answer const planned = bocage({"plan", folder_, "--json", "-o", desk_.path("plan.json")});
  EXPECT_EQ(planned.status, 0) << planned.error;
  Answer const shown = bocage({"--lang", "fr", "plan", folder_});
  EXPECT_THAT(flat(shown.out), HasSubstr("École de Crest"));
  EXPECT_THAT(flat(shown.out), HasSubstr("2 besoins sur 2 reçoivent quelque chose"));
}

TEST_P(ImportCommand, ReadsAWorkbook) {
  std::string const workbook =
      (tests::source_folder() / "tests/fixtures/import/territoire.xlsx").string();
  Answer const refused = import({workbook, folder_});
  EXPECT_EQ(refused.status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_));
  EXPECT_THAT(flat(refused.out), HasSubstr(said("Besoins!C6: \"1 200\" sets thousands apart",
                                                "Besoins!C6 : « 1 200 » sépare les milliers")));
  Answer const accepted =
      import({workbook, folder_, "--accept-fixes", "--accept-good-rows", "--rule", "people"});
  EXPECT_EQ(accepted.status, 0);
  EXPECT_EQ(bocage({"plan", folder_}).status, 0);
}

TEST_P(ImportCommand, OnlySaysWhatItWouldDoWhenAsked) {
  Answer const answer = import({needs_, offers_, folder_, "--dry-run"});
  EXPECT_EQ(answer.status, 0);
  EXPECT_FALSE(std::filesystem::exists(folder_));
  EXPECT_THAT(flat(answer.out),
              HasSubstr(said("Would write to " + folder_, "Écrirait dans " + folder_)));
}

TEST_P(ImportCommand, LeavesAFolderInUseAlone) {
  desk_.write("valdor/notes.txt", "ours");
  Answer const answer = import({needs_, folder_});
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(flat(answer.error), HasSubstr(folder_));
  EXPECT_EQ(read(desk_.path("valdor/notes.txt")), "ours");
  EXPECT_FALSE(std::filesystem::exists(desk_.path("valdor/needs.csv")));
}

TEST_P(ImportCommand, TellsEveryFileThatIsMissing) {
  Answer const answer = import({desk_.path("a.csv"), needs_, desk_.path("b.xlsx"), folder_});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.error, HasSubstr("a.csv"));
  EXPECT_THAT(answer.error, HasSubstr("b.xlsx"));
  EXPECT_THAT(answer.error, Not(HasSubstr("besoins.csv")));
  EXPECT_FALSE(std::filesystem::exists(folder_));
}

TEST_P(ImportCommand, AsksForTheFolder) {
  Answer const answer = import({needs_, offers_});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(flat(answer.error),
              HasSubstr(said("bocage import FILE... DIR", "bocage import FICHIER... DOSSIER")));
}

TEST_P(ImportCommand, GivesMachinesTheSame) {
  Answer const answer = import({needs_, offers_, folder_, "--json", "--rule", "need"});
  EXPECT_EQ(answer.status, 0);
  EXPECT_THAT(answer.out, HasSubstr(R"("written": true)"));
  EXPECT_THAT(answer.out, HasSubstr(R"("table": "needs")"));
  EXPECT_TRUE(std::filesystem::exists(folder_ + "/needs.csv"));
}

TEST_P(ImportCommand, WritesTheSameBytesAgain) {
  std::string const again = desk_.path("again/valdor");
  ASSERT_EQ(import({needs_, offers_, folder_, "--rule", "need"}).status, 0);
  desk_.write("again/.keep", "");
  ASSERT_EQ(import({needs_, offers_, again, "--rule", "need"}).status, 0);
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    std::filesystem::path const name = entry.path().filename();
    EXPECT_EQ(read(entry.path()), read(std::filesystem::path(again) / name)) << name;
  }
}

TEST_P(ImportCommand, WritesProposalsAsThatLanguageDoes) {
  desk_.write("t.csv", "Structure;Besoin;Qté;Unité\nCantine;Carottes;environ 2,5;kg\n");
  EXPECT_THAT(flat(import({desk_.path("t.csv"), folder_}).out),
              HasSubstr(said("Proposed: 2.5", "Proposé : 2,5")));
}

INSTANTIATE_TEST_SUITE_P(Languages, ImportCommand, testing::Values("en", "fr"));

}  // namespace
}  // namespace bocage::cli
