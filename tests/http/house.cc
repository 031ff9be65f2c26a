#include "http/house.h"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "http/routes.h"
#include "places.h"
#include "story/desk.h"

// A meeting on a territory that holds cooperations: who is answered about which folder.
namespace bocage::http {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::uint16_t kPort = 4711;

class Houses : public ::testing::Test {
 public:
  Houses() {
    fs::path const van = tests::source_folder() / "examples/forms/s1-van";
    desk_.write("territory.toml",
                "format = 1\nname = \"Pays\"\nlanguage = \"fr\"\nrule = \"need\"\n");
    fs::copy_file(van / "stakeholders.csv", desk_.path("stakeholders.csv"));
    for (const char* const folder : {"van", "été"}) {
      fs::copy(van, desk_.path(folder));
      fs::remove(desk_.path(std::string(folder) + "/stakeholders.csv"));
    }
    house_ = std::make_unique<House>(
        desk_.path(""), kPort, Runner(),
        [this](const std::string& cooperation) {
          planners_.push_back(cooperation);
          return service::plan_here;
        },
        [] {});
  }

 protected:
  [[nodiscard]] Response get(const std::string& path, bool has_session = true) {
    Request request;
    request.path = path;
    request.headers["host"] = "127.0.0.1:" + std::to_string(kPort);
    if (has_session && cookie_.empty()) {
      Request enter = request;
      enter.path = "/enter";
      enter.query["token"] = house_->guard.token();
      for (auto const& [name, value] : answer(*house_, enter).headers) {
        cookie_ = name == "Set-Cookie" ? value.substr(0, value.find(';')) : cookie_;
      }
    }
    if (has_session) {
      request.headers["cookie"] = cookie_;
    }
    return answer(*house_, request);
  }
  [[nodiscard]] json::object object(const std::string& path) {
    return json::parse(get(path).body).as_object();
  }

  story::Desk desk_;
  std::vector<std::string> planners_;
  std::unique_ptr<House> house_;
  std::string cookie_;
};

TEST_F(Houses, HaveARoomForEachCooperation) {
  EXPECT_EQ(object("/api/session").at("name").as_string(), "Pays");
  EXPECT_EQ(object("/api/session").at("cooperation").as_string(), ".");
  EXPECT_EQ(object("/api/session").at("language").as_string(), "fr");
  json::object const van = object("/cooperations/van/api/session");
  EXPECT_EQ(van.at("name").as_string(), "One van");
  EXPECT_EQ(van.at("cooperation").as_string(), "van");
  EXPECT_EQ(van.at("territory").as_string(), "Pays");
  EXPECT_EQ(van.at("cooperations").as_array().size(), 2U);
  EXPECT_EQ(object("/cooperations/été/api/session").at("cooperation").as_string(), "été");
}

TEST_F(Houses, PlanEachInItsOwnRoom) {
  EXPECT_EQ(get("/cooperations/van/api/plan").status, 200);
  EXPECT_EQ(get("/cooperations/van/api/plan").status, 200);
  EXPECT_EQ(get("/cooperations/été/api/plan").status, 200);
  EXPECT_THAT(planners_, ElementsAre(".", "van", "été"));
}

TEST_F(Houses, AnswerAboutNoOtherFolder) {
  desk_.write("apart/needs.csv", "id\n");
  for (const char* const path :
       {"/cooperations/apart/api/session", "/cooperations/../api/session",
        "/cooperations/./api/session", "/cooperations//api/session", "/cooperations/",
        "/cooperations/van/../été/api/session", "/cooperations/van/cooperations/été/api/session"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  EXPECT_EQ(get("/cooperations/van/api/session", false).status, 403);
  EXPECT_EQ(get("/cooperations/apart/api/session", false).status, 403);
}

// A cooperation may be added while people meet, and one with faults keeps nobody from the others.
TEST_F(Houses, TellHowEachIs) {
  fs::copy(desk_.path("van"), desk_.path("bus"));
  desk_.write("van/needs.csv", "id,stakeholder,resource,quantity\nn,nobody,van,1\n");
  json::array const all = object("/api/cooperations").at("cooperations").as_array();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].at("folder").as_string(), "bus");
  EXPECT_TRUE(all[0].at("readable").as_bool());
  EXPECT_EQ(all[0].at("decides"), json::array{"needs"});
  EXPECT_FALSE(all[1].at("readable").as_bool());
  EXPECT_EQ(get("/cooperations/bus/api/plan").status, 200);
  EXPECT_EQ(get("/cooperations/van/api/plan").status, 422);
  EXPECT_EQ(object("/cooperations/van/api/session").at("name").as_string(), "One van");
}

}  // namespace
}  // namespace bocage::http
