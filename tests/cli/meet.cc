#include <gtest/gtest.h>

#include <sstream>

#include "cli/run.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

// What is no territory is not served, nor opened for a round: told, and over.
TEST(Meet, ServesNoFolderThatIsNone) {
  story::Desk const desk;
  desk.write("a-file", "x");
  for (const char* const command : {"meet", "round"}) {
    for (const char* const place : {"nowhere", "a-file", ""}) {
      std::ostringstream out;
      std::ostringstream error;
      EXPECT_EQ(run({command, desk.path(place)}, {out, error}), 2) << command << " " << place;
      EXPECT_EQ(out.str(), "");
      EXPECT_NE(
          error.str().find(*place == '\0' ? "territory.toml" : "cannot be opened as a folder"),
          std::string::npos)
          << error.str();
    }
  }
}

}  // namespace
}  // namespace bocage::cli
