// A cooperation's folder without stakeholders reads and changes those of the territory above.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "places.h"
#include "service/folder.h"
#include "service/meeting.h"
#include "service/spoilt_elsewhere.h"
#include "story/desk.h"

namespace bocage::service {
namespace {

namespace fs = std::filesystem;

class Pays {
 public:
  Pays() {
    fs::path const forms = tests::source_folder() / "examples/forms";
    desk_.write("territory.toml", "format = 1\nname = \"Pays\"\nrule = \"need\"\n");
    fs::copy_file(forms / "s1-van/stakeholders.csv", desk_.path("stakeholders.csv"));
    for (const char* const folder : {"van", "second"}) {
      fs::copy(forms / "s1-van", desk_.path(folder));
      fs::remove(desk_.path(std::string(folder) + "/stakeholders.csv"));
    }
  }
  [[nodiscard]] std::string at(const std::string& place) const { return desk_.path(place); }

 private:
  story::Desk desk_;
};

TEST(SharedStakeholders, AreReadInEveryCooperation) {
  Pays const pays;
  for (const char* const folder : {"van", "second"}) {
    Files const files = Folder::open(pays.at(folder))->read();
    ASSERT_EQ(files.count("stakeholders.csv"), 1U);
    auto const meeting = read_meeting(files);
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->territory().stakeholders.size(), 7U);
  }
}

TEST(SharedStakeholders, AreChangedForEveryCooperation) {
  Pays const pays;
  Files files = Folder::open(pays.at("van"))->read();
  std::string const changed = files["stakeholders.csv"] + "library,Library,association\n";
  EXPECT_FALSE(Folder::open(pays.at("van"))
                   ->write({{"stakeholders.csv", changed}, {"bans.csv", "from,to\n*,library\n"}}));
  EXPECT_EQ(Folder::open(pays.at("second"))->read()["stakeholders.csv"], changed);
  EXPECT_EQ(story::read(pays.at("stakeholders.csv")), changed);
  EXPECT_FALSE(fs::exists(pays.at("van/stakeholders.csv")));
  EXPECT_TRUE(fs::exists(pays.at("van/bans.csv")));
}

// Nobody is taken away who is named in another cooperation; what was wrong there before is not
// told.
TEST(SharedStakeholders, AreNotSpoiltElsewhere) {
  Pays const pays;
  std::string const before = story::read(pays.at("stakeholders.csv"));
  std::string without = before;
  without.replace(without.find("\nrecyclerie,"), 12, "\nsomebody,");
  EXPECT_TRUE(spoilt_elsewhere(pays.at("van"), before).list.empty());
  auto const spoilt = spoilt_elsewhere(pays.at("van"), without);
  EXPECT_TRUE(spoilt.has_errors());
  for (const territory::Problem& problem : spoilt.list) {
    EXPECT_EQ(problem.place.file.substr(0, 7), "second/");
    EXPECT_EQ(problem.found, "recyclerie");
  }
  // From the territory's own folder, both are others.
  EXPECT_EQ(spoilt_elsewhere(pays.at(""), without).list.size(), 2 * spoilt.list.size());
  // What waits to be moved into its place counts already.
  fs::create_directory(pays.at("second/.bocage-commit"));
  std::ofstream(pays.at("second/.bocage-commit/needs.csv"))
      << "id,stakeholder,resource,quantity\nn1,choir,van_hours,3\n";
  EXPECT_LT(spoilt_elsewhere(pays.at("van"), without).list.size(), spoilt.list.size());
}

TEST(SharedStakeholders, AFolderWithItsOwnSharesNone) {
  Pays const pays;
  fs::copy_file(pays.at("stakeholders.csv"), pays.at("van/stakeholders.csv"));
  EXPECT_FALSE(Folder::open(pays.at("van"))->write({{"stakeholders.csv", "id,name\na,A\n"}}));
  EXPECT_EQ(story::read(pays.at("van/stakeholders.csv")), "id,name\na,A\n");
  EXPECT_NE(story::read(pays.at("stakeholders.csv")), "id,name\na,A\n");
}

}  // namespace
}  // namespace bocage::service
