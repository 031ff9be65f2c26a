#include "exchange/bad_input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Problem;
using territory::ProblemCode;
using territory::Severity;
using testing::ElementsAre;

std::vector<std::string> told(const TerritoryReading& reading) {
  std::vector<std::string> sentences;
  for (const Problem& problem : reading.problems.list) {
    sentences.push_back(place_in_words(problem.place, Language::kEnglish));
  }
  return sentences;
}

// A folder of its own for a test, removed at its end.
class DiskFolder {
 public:
  DiskFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "bocage-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  DiskFolder(const DiskFolder&) = delete;
  DiskFolder& operator=(const DiskFolder&) = delete;
  ~DiskFolder() {
    std::error_code error;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void write(const Folder& folder) const {
    for (auto const& [name, bytes] : folder) {
      std::FILE* file = std::fopen((path_ / name).c_str(), "wb");
      std::fwrite(bytes.data(), 1, bytes.size(), file);
      std::fclose(file);
    }
  }

 private:
  std::filesystem::path path_;
};

TEST(BadInput, AllProblemsAreToldAtOnceInTheOrderOfTheTables) {
  Folder folder = replaced(two_canteens(), "territory.toml", "rule = \"people\"", "order = 3");
  folder = replaced(folder, "stakeholders.csv", "5.37,44.75", "5.37,200");
  folder = replaced(folder, "resources.csv", "kg,vegetables", "t,vegetables");
  folder = replaced(folder, "needs.csv", "n1,saillans,carrots,40,", "n1,nobody,carrots,-40,");
  folder = replaced(folder, "needs.csv", "60.5", "60.7");
  folder = without(folder, "contributions.csv");
  EXPECT_THAT(told(read_territory_folder(folder)),
              ElementsAre("territory.toml", "territory.toml, line 3, column 9 (order)",
                          "stakeholders.csv, line 2, column 5 (latitude)",
                          "resources.csv, line 3, column 3 (unit)",
                          "needs.csv, line 2, column 2 (stakeholder)",
                          "needs.csv, line 2, column 4 (quantity)",
                          "needs.csv, line 3, column 4 (quantity)", "contributions.csv"));
}

TEST(BadInput, AFaultyTableIsNotToldAgainByThoseThatReferToIt) {
  Folder const folder = replaced(two_canteens(), "stakeholders.csv", "id,name", "id,nom");
  EXPECT_THAT(told(read_territory_folder(folder)), ElementsAre("stakeholders.csv, line 1"));
  EXPECT_THAT(told(read_territory_folder(without(two_canteens(), "resources.csv"))),
              ElementsAre("resources.csv"));
}

TEST(BadInput, OfVeryManyProblemsTheRestIsCounted) {
  std::string needs = "id,stakeholder,resource,quantity\n";
  for (int i = 0; i < 10'500; ++i) {
    needs += "x" + std::to_string(i) + ",nobody,carrots,1\n";
  }
  TerritoryReading const reading = read_territory_folder(with(two_canteens(), "needs.csv", needs));
  ASSERT_EQ(reading.problems.list.size(), 10'001U);
  EXPECT_EQ(sentence(reading.problems.list.back(), Language::kEnglish),
            "And 500 more problems. Correct those above first.");
}

TEST(BadInput, WarningsDoNotKeepTheTerritoryFromBeingRead) {
  Folder folder = replaced(two_canteens(), "territory.toml", "format = 1\n", "langage = \"fr\"\n");
  folder["link.csv"] = "contribution,need\n";
  folder["notes.csv"] = "anything\n";
  TerritoryReading const reading = read_territory_folder(folder);
  ASSERT_EQ(reading.problems.list.size(), 3U);
  EXPECT_FALSE(reading.problems.has_errors());
  EXPECT_EQ(reading.territory.needs.size(), 2U);
  EXPECT_EQ(sentence(reading.problems.list[0], Language::kEnglish),
            "territory.toml: no format is stated, and it is read as format 1. Write format = 1.");
  EXPECT_EQ(sentence(reading.problems.list[1], Language::kEnglish),
            "territory.toml, line 1, column 11 (langage): \"langage\" is no setting and is left "
            "out. Did you mean \"language\"?");
  EXPECT_EQ(sentence(reading.problems.list[2], Language::kEnglish),
            "link.csv: this is no table of a territory and is left out. If links.csv is meant, "
            "rename it.");
}

TEST(BadInput, ExcerptsOfWhatWasFoundStayShortAndOnOneLine) {
  std::string const cell = "\"" + std::string(500, 'x') + "\nnext line\"";
  TerritoryReading const reading = read_territory_folder(
      replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables," + cell));
  ASSERT_EQ(reading.problems.list.size(), 1U);
  std::string const words = sentence(reading.problems.list[0], Language::kFrench);
  EXPECT_LT(words.size(), 300U);
  EXPECT_EQ(words.find('\n'), std::string::npos);
}

TEST(BadInput, JsonIsToldByItsPath) {
  expect_only(read_territory_json(R"({"territory": {"format": 1, "name": "x", "rule": "need"},
    "stakeholders": [{"id": "a", "name": "A"}], "resources": [{"id": "r", "name": "R", "unit": "h"}],
    "needs": [{"stakeholder": "a", "resource": "r", "quantity": 1},
              {"stakeholder": "a", "resource": "r", "quantity": -1e1}], "contributions": []})"),
              ProblemCode::kNegative,
              "territory.json, needs[1].quantity: found \"-10\"; expected 0 or more. Write it "
              "without the minus sign.",
              "territory.json, needs[1].quantity\u00A0: «\u00A0-10\u00A0» a été trouvé\u00A0; 0 ou "
              "plus était attendu. Écrivez-le sans le signe moins.");
}

TEST(BadInput, JsonOfAnotherShapeIsRefused) {
  auto const codes = [](const std::string& bytes) {
    std::vector<ProblemCode> list;
    for (const Problem& problem : read_territory_json(bytes).problems.list) {
      list.push_back(problem.code);
    }
    return list;
  };
  EXPECT_THAT(codes("[]"), ElementsAre(ProblemCode::kJsonNotATerritory));
  EXPECT_THAT(codes(""), ElementsAre(ProblemCode::kJsonIncomplete));
  EXPECT_THAT(codes("{\"territory\": {"), ElementsAre(ProblemCode::kJsonIncomplete));
  std::string const start = R"({"territory": {"format": 1, "name": "x", "rule": "need"},
      "stakeholders": [], "resources": [], "contributions": [], "needs": )";
  EXPECT_THAT(codes(start + "{}}"), ElementsAre(ProblemCode::kJsonNotRows));
  EXPECT_THAT(codes(start + "[[]]}"), ElementsAre(ProblemCode::kJsonNotRows));
  EXPECT_THAT(codes(start + "[], \"needs\": []}"), ElementsAre(ProblemCode::kJsonRepeatedKey));
  EXPECT_THAT(codes(start + R"([{"stakeholder": {}, "resource": "", "quantity": "1"}]})"),
              testing::Contains(ProblemCode::kJsonNotACell));
  // What no CSV cell can hold, and no plan could be read again with.
  EXPECT_THAT(codes(start + "[{\"stakeholder\": \"a\\u007f\"}]}"),
              testing::Contains(ProblemCode::kJsonNotACell));
  EXPECT_THAT(codes("{\"territory\": {\"format\": 1, \"name\": \"x\\u007f\", \"rule\": "
                    "\"need\"}, \"stakeholders\": [], \"resources\": [], \"needs\": [], "
                    "\"contributions\": []}"),
              ElementsAre(ProblemCode::kSettingNotText));
}

TEST(BadInput, AnAbsentPathIsTold) {
  expect_only(read_territory("/nowhere/at/all"), ProblemCode::kFileMissing,
              "/nowhere/at/all: there is no such file. Check the path, or start a territory with "
              "\"bocage new\".",
              "/nowhere/at/all\u00A0: ce fichier n’existe pas. Vérifiez le chemin, ou commencez un "
              "territoire avec «\u00A0bocage new\u00A0».");
}

// Root may read everything, so it is somebody else for a while.
class AsNobody {
 public:
  AsNobody() : was_(::geteuid()) { is_nobody_ = was_ != 0 || ::seteuid(65534) == 0; }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() { EXPECT_EQ(::seteuid(was_), 0); }
  [[nodiscard]] bool is_nobody() const { return is_nobody_; }

 private:
  ::uid_t was_;
  bool is_nobody_ = false;
};

TEST(BadInput, AFolderWithoutPermissionIsTold) {
  DiskFolder const disk;
  disk.write(two_canteens());
  ::chmod(disk.path().c_str(), 0);
  std::string const path = disk.path().string();
  TerritoryReading reading;
  {
    AsNobody const nobody;
    ASSERT_TRUE(nobody.is_nobody());
    reading = read_territory(path);
  }
  expect_only(reading, ProblemCode::kFileUnreadable,
              path + ": it cannot be read. Check that you have the right to read it.",
              path + "\u00A0: il ne peut pas être lu. Vérifiez que vous avez le droit de le lire.");
}

TEST(BadInput, ATableWithoutPermissionIsTold) {
  DiskFolder const disk;
  disk.write(two_canteens());
  ::chmod(disk.path().c_str(), 0755);
  ::chmod((disk.path() / "needs.csv").c_str(), 0);
  TerritoryReading reading;
  {
    AsNobody const nobody;
    ASSERT_TRUE(nobody.is_nobody());
    reading = read_territory(disk.path().string());
  }
  expect_only(
      reading, ProblemCode::kFileUnreadable,
      "needs.csv: it cannot be read. Check that you have the right to read it.",
      "needs.csv\u00A0: il ne peut pas être lu. Vérifiez que vous avez le droit de le lire.");
}

TEST(BadInput, ALineOfAGigabyteIsToldBeforeItIsRead) {
  DiskFolder const disk;
  disk.write(two_canteens());
  std::string const needs = (disk.path() / "needs.csv").string();
  ASSERT_EQ(::truncate(needs.c_str(), 1'000'000'000), 0);  // a hole: it takes no place on the disk
  std::string const english =
      ": found more than 512 MB; no table or plan is as large. Check that it is the file you mean.";
  std::string const french =
      "\u00A0: il dépasse 512 Mo\u00A0; aucun tableau ni plan n’est aussi grand. Vérifiez que "
      "c’est bien le fichier voulu.";
  expect_only(read_territory(disk.path().string()), ProblemCode::kFileTooLarge,
              "needs.csv" + english, "needs.csv" + french);
  expect_only(read_territory(needs), ProblemCode::kFileTooLarge, needs + english, needs + french);
}

TEST(BadInput, ATableThatIsAFolderIsTold) {
  DiskFolder const disk;
  disk.write(without(two_canteens(), "needs.csv"));
  std::filesystem::create_directory(disk.path() / "needs.csv");
  expect_only(read_territory(disk.path().string()), ProblemCode::kFileIsFolder,
              "needs.csv: found a folder; expected a file. Name the file you mean.",
              "needs.csv\u00A0: un dossier a été trouvé\u00A0; un fichier était attendu. Nommez le "
              "fichier voulu.");
}

TEST(BadInput, AFolderOnDiskReadsLikeOneInMemory) {
  DiskFolder const disk;
  disk.write(two_canteens());
  TerritoryReading const reading = read_territory(disk.path().string());
  EXPECT_TRUE(reading.problems.list.empty());
  EXPECT_EQ(reading.territory, read_territory_folder(two_canteens()).territory);
  EXPECT_EQ(read_territory((disk.path() / "territory.toml").string()).territory, reading.territory);
}

}  // namespace
}  // namespace bocage::exchange
