#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "base/sha256.h"
#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using story::read;
using testing::HasSubstr;

const std::string kSource = tests::source_folder().string();

struct Told {
  int status = 0;
  std::string words;
};

Told python(const std::string& arguments) {
  Told told;
  FILE* const pipe = popen(("python3 " + arguments + " 2>&1").c_str(),
                           "r");  // NOLINT(cert-env33-c): our own words
  std::array<char, 4096> piece{};
  while (std::size_t const length = std::fread(piece.data(), 1, piece.size(), pipe)) {
    told.words.append(piece.data(), length);
  }
  told.status = WEXITSTATUS(pclose(pipe));
  return told;
}

bool has_python() {
  return python("-c 'import sys; print(sys.version_info >= (3, 11))'").words == "True\n";
}

std::vector<std::string> examples() {
  std::vector<std::string> folders{kSource + "/examples/drome-ardeche"};
  for (const auto& entry : std::filesystem::directory_iterator(kSource + "/examples/forms")) {
    folders.push_back(entry.path().string());
  }
  return folders;
}

TEST(Canonical, IsTheTextThatThePlanNames) {
  Desk const desk;
  ASSERT_EQ(bocage({"new", desk.path("t")}).status, 0);
  ASSERT_EQ(bocage({"plan", desk.path("t"), "-o", desk.path("plan.json")}).status, 0);
  std::string const text = bocage({"canonical", desk.path("t")}).out;
  EXPECT_THAT(read(desk.path("plan.json")), HasSubstr(base::sha256_hex(text)));
  story::Answer const written =
      bocage({"canonical", desk.path("t"), "-o", desk.path("t.json"), "--lang", "fr"});
  EXPECT_EQ(written.status, 0) << written.error;
  EXPECT_THAT(written.out, HasSubstr("t.json"));
  EXPECT_EQ(read(desk.path("t.json")), text);
}

TEST(Canonical, RefusesWhatCannotBeReadOrWritten) {
  Desk const desk;
  ASSERT_EQ(bocage({"new", desk.path("t")}).status, 0);
  EXPECT_EQ(bocage({"canonical", "/nowhere"}).status, 2);
  EXPECT_EQ(bocage({"canonical", desk.path("t"), "-o", "/nowhere/t.json"}).status, 2);
}

// Where a commune is, the plan depends on, so the text says it.
TEST(Canonical, PlacesTheCommunes) {
  EXPECT_THAT(bocage({"canonical", kSource + "/examples/drome-ardeche"}).out,
              HasSubstr(R"("communes":[{"code":")"));
}

TEST(Canonical, IsWrittenTheSameApartFromTheEngine) {
  if (!has_python()) {
    GTEST_SKIP()
        << "python3 3.11 or later is not there: tools/checking/territory.py was NOT tested";
  }
  std::string const reader = kSource + "/tools/checking/territory.py";
  for (const std::string& folder : examples()) {
    Told const apart = python(fmt::format("{} {}", reader, folder));
    EXPECT_EQ(apart.status, 0) << apart.words;
    EXPECT_TRUE(apart.words == bocage({"canonical", folder}).out) << folder;
  }
}

// A stranger has the checker and two files: no tables, and nothing that came with Bocage.
TEST(Canonical, IsAllThatAStrangerNeedsBesideThePlan) {
  if (!has_python()) {
    GTEST_SKIP() << "python3 3.11 or later is not there: tools/check_plan.py was NOT tested";
  }
  Desk const desk;
  std::string const alone = desk.path("check_plan.py");
  std::filesystem::copy_file(kSource + "/tools/check_plan.py", alone);
  std::filesystem::copy(kSource + "/tools/checking", desk.path("checking"));
  for (const std::string& folder : examples()) {
    ASSERT_EQ(bocage({"plan", folder, "-o", desk.path("plan.json")}).status, 0);
    ASSERT_EQ(bocage({"canonical", folder, "-o", desk.path("territory.json")}).status, 0);
    Told const told =
        python("-S " + alone + " " + desk.path("territory.json") + " " + desk.path("plan.json"));
    EXPECT_EQ(told.status, 0) << folder << ": " << told.words;
  }
  Told const told =
      python("-S " + alone + " " + kSource + "/examples/forms/s1-van " + desk.path("plan.json"));
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.words, HasSubstr("/data/"));
}

}  // namespace
}  // namespace bocage::cli
