#include "base/write_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "story/desk.h"

namespace bocage::base {
namespace {

using story::Desk;

TEST(WriteFile, MakesANewFileAndReplacesAnOldOne) {
  Desk const desk;
  EXPECT_FALSE(write_file(desk.path("plan.json"), "one"));
  EXPECT_EQ(story::read(desk.path("plan.json")), "one");
  EXPECT_FALSE(write_file(desk.path("plan.json"), "two"));
  EXPECT_EQ(story::read(desk.path("plan.json")), "two");
  EXPECT_EQ(desk.files().size(), 1U);
}

TEST(WriteFile, KeepsThePermissionsOfTheOldFile) {
  Desk const desk;
  desk.write("plan.json", "old");
  ::chmod(desk.path("plan.json").c_str(), 0600);
  EXPECT_FALSE(write_file(desk.path("plan.json"), "new"));
  struct stat status {};
  ::stat(desk.path("plan.json").c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(WriteFile, WritesThroughASymbolicLink) {
  Desk const desk;
  desk.write("real.json", "old");
  ASSERT_EQ(::symlink("real.json", desk.path("link.json").c_str()), 0);
  EXPECT_FALSE(write_file(desk.path("link.json"), "new"));
  EXPECT_EQ(story::read(desk.path("real.json")), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(desk.path("link.json")));
}

TEST(WriteFile, LeavesNothingBehindWhereItFails) {
  Desk const desk;
  auto const absent = write_file(desk.path("absent/plan.json"), "x");
  ASSERT_TRUE(absent);
  EXPECT_TRUE(absent->path_is_wrong);
  EXPECT_TRUE(write_file(desk.path(""), "x"));
  EXPECT_TRUE(write_file(desk.path(std::string(300, 'n')), "x"));
  EXPECT_TRUE(desk.files().empty());
}

}  // namespace
}  // namespace bocage::base
