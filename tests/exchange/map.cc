#include "exchange/map/map.h"

#include <gtest/gtest.h>

#include <set>

#include "exchange/map/geometry.h"
#include "exchange/map/voronoi.h"
#include "report_world.h"

namespace bocage::exchange {
namespace {

using territory::Language;

// The letters with their halo cover nothing, not even by a hair.
Box with_halo(const Label& label, const MapLayer& layer) {
  return label.box.grown_by(0.12 * layer.size.text - 1e-6);
}

// Whether the line from a name that stands off to what it names meets the box.
bool leads_across(const Label& label, const Box& box) {
  Point const end = nearest_in(label.box, label.of);
  for (int i = 0; label.is_led && i <= 400; ++i) {
    double const along = i / 400.0;
    if (box.contains(Point{label.of.x + along * (end.x - label.of.x),
                           label.of.y + along * (end.y - label.of.y)})) {
      return true;
    }
  }
  return false;
}

void expect_no_collision(const MapLayer& layer, const Box& frame, const std::string& where) {
  for (std::size_t i = 0; i < layer.labels.size(); ++i) {
    const Label& label = layer.labels[i];
    Box const own = with_halo(label, layer);
    EXPECT_TRUE(frame.contains(own)) << where << ": " << label.text << " leaves the map";
    EXPECT_FALSE(own.overlaps(layer.scale_bar.box)) << where << ": " << label.text;
    for (std::size_t j = 0; j < layer.labels.size(); ++j) {
      const Label& other = layer.labels[j];
      if (j != i) {
        EXPECT_FALSE(own.overlaps(other.box))
            << where << ": " << label.text << " covers " << other.text;
        EXPECT_FALSE(leads_across(other, label.box))
            << where << ": the line of " << other.text << " crosses " << label.text;
      }
    }
    for (const Disc& disc : layer.symbols.discs) {
      EXPECT_FALSE(own.overlaps(box_of(disc))) << where << ": " << label.text << " covers a disc";
    }
    for (const Square& square : layer.symbols.squares) {
      EXPECT_FALSE(own.overlaps(box_of(square)))
          << where << ": " << label.text << " covers a square";
    }
  }
}

bool is_labelled(const MapLayer& layer, std::string_view name) {
  return std::any_of(layer.labels.begin(), layer.labels.end(),
                     [&](const Label& label) { return label.text == name; });
}

struct Case {
  std::string name;
  World world;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  all.push_back({"two departments", world_in({"26", "07"}, 260)});
  all.push_back({"one department", world_in({"26"}, 40)});
  all.push_back({"few in one department", world_in({"26"}, 9)});
  all.push_back({"around Crest", world_around("26108", 30)});
  all.push_back({"around Lille, where communes are dense", world_around("59350", 60)});
  all.push_back({"around Saint-Denis of Réunion", world_around("97411", 12)});
  all.push_back({"one stakeholder", world_around("26113", 1)});
  all.push_back({"Brittany", world_in({"29", "22", "56"}, 500)});
  all.push_back({"all in one commune", world_in({"26113"}, 20)});
  all.push_back({"thousands", world_in({"26", "07", "38"}, 5'000)});
  return all;
}

TEST(Map, NeverLetsLabelsCollide) {
  for (const Case& one : cases()) {
    auto const drawing = draw_map(one.world.territory, one.world.plan);
    ASSERT_TRUE(drawing) << one.name;
    Box const frame{0, 0, drawing->fabric.frame.width(), drawing->fabric.frame.height()};
    EXPECT_GE(drawing->wide.labels.size(), 1U) << one.name;
    expect_no_collision(drawing->wide, frame, one.name + ", wide");
    expect_no_collision(drawing->narrow, frame, one.name + ", narrow");
  }
}

// Symbols all over two departments, and in each town besides.
World crowded_towns() {
  World world = world_in({"26", "07"}, 400);
  std::size_t next = 0;
  for (std::string const code :
       {"26362", "26198", "26281", "07010", "07019", "26235", "07102", "26057"}) {
    for (std::size_t i = 0; i < 4; ++i) {
      territory::Stakeholder& stakeholder = world.territory.stakeholders[next++];
      stakeholder.commune = code;
      stakeholder.commune_centre = commune_by_code(code)->centre;
      stakeholder.position.reset();
    }
  }
  return world;
}

TEST(Map, NamesTheMainTownsHoweverCrowded) {
  World const world = crowded_towns();
  auto const drawing = draw_map(world.territory, world.plan);
  for (std::string_view const town :
       {"Valence", "Montélimar", "Romans-sur-Isère", "Annonay", "Aubenas", "Pierrelatte"}) {
    EXPECT_TRUE(is_labelled(drawing->wide, town)) << town;
  }
  for (std::string_view const town : {"Valence", "Montélimar", "Annonay", "Aubenas"}) {
    EXPECT_TRUE(is_labelled(drawing->narrow, town)) << town;
  }
}

TEST(Map, NamesASuburbOnlyWhereRoomIsLeft) {
  World const world = crowded_towns();
  auto const drawing = draw_map(world.territory, world.plan);
  EXPECT_FALSE(is_labelled(drawing->wide, "Guilherand-Granges"));
  EXPECT_FALSE(is_labelled(drawing->narrow, "Guilherand-Granges"));
}

// Nothing to tell apart, nothing in France, or one place in the middle of nowhere: still a map.
TEST(Map, StandsOnPlacesThatAreNoTerritory) {
  auto const everywhere = [](territory::Position position) {
    World world = world_around("26108", 8);
    for (territory::Stakeholder& stakeholder : world.territory.stakeholders) {
      stakeholder.position = position;
      stakeholder.commune_centre = position;
      stakeholder.kind = "association";
    }
    return world;
  };
  for (territory::Position const position :
       {territory::Position{51'900'000, 446'900'000},       // Saillans, all at one point
        territory::Position{-524'000'000, 49'000'000},      // Cayenne, Guiana
        territory::Position{133'800'000, 525'200'000},      // Berlin
        territory::Position{-1'700'000'000, -600'000'000},  // the Southern Ocean
        territory::Position{0, 900'000'000}}) {             // the North Pole
    World const world = everywhere(position);
    auto const drawn = map_svg(world.territory, world.plan, Language::kEnglish);
    ASSERT_TRUE(drawn) << position.longitude;
    EXPECT_EQ(drawn->find("nan"), std::string::npos) << position.longitude;
    EXPECT_EQ(drawn->find("inf"), std::string::npos) << position.longitude;
    auto const drawing = draw_map(world.territory, world.plan);
    EXPECT_EQ(drawing->wide.symbols.discs.size(), 1U) << position.longitude;
    EXPECT_EQ(drawing->wide.symbols.beyond, 0) << position.longitude;
  }
}

TEST(Map, BoundsTheLettersFromAbove) {
  // Measured in DejaVu Sans at 100 px.
  EXPECT_GE(text_width("Saint-Barthélemy-de-Vals", 100), 1242);
  EXPECT_GE(text_width("Montélimar", 100), 571);
  EXPECT_GE(text_width("Romans-sur-Isère", 100), 862);
}

TEST(Map, ShowsEveryNeedAndContributionWithinItsFrame) {
  World const world = world_in({"26"}, 120);
  auto const drawing = draw_map(world.territory, world.plan);
  for (const MapLayer* layer : {&drawing->wide, &drawing->narrow}) {
    int needs = 0;
    int contributions = 0;
    for (const Disc& disc : layer->symbols.discs) {
      needs += disc.needs;
    }
    for (const Square& square : layer->symbols.squares) {
      contributions += square.contributions;
    }
    EXPECT_EQ(needs, static_cast<int>(world.territory.needs.size()));
    EXPECT_EQ(contributions, static_cast<int>(world.territory.contributions.size()));
    EXPECT_EQ(layer->symbols.beyond, 0);
  }
}

TEST(Map, KeepsAPersonAtTheCentreOfTheCommune) {
  World world = world_around("26108", 14);
  World moved = world;
  for (territory::Stakeholder& stakeholder : moved.territory.stakeholders) {
    if (stakeholder.kind == "person") {
      stakeholder.position->longitude += 9'999;
    }
  }
  for (territory::Need& need : moved.territory.needs) {
    if (moved.territory.stakeholders[need.stakeholder.position()].kind == "person") {
      need.position = territory::Position{50'000'000, 446'000'000};
    }
  }
  // The middle of the drawing may move with any position, by far less than a drawn tenth.
  auto const before = draw_map(world.territory, world.plan);
  auto const after = draw_map(moved.territory, moved.plan);
  ASSERT_EQ(before->wide.symbols.discs.size(), after->wide.symbols.discs.size());
  for (std::size_t i = 0; i < before->wide.symbols.discs.size(); ++i) {
    EXPECT_NEAR(before->wide.symbols.discs[i].at.x, after->wide.symbols.discs[i].at.x, 0.5);
    EXPECT_NEAR(before->wide.symbols.discs[i].at.y, after->wide.symbols.discs[i].at.y, 0.5);
  }
}

TEST(Map, DrawsWholeDepartmentsForManyAndASmallCountryForFew) {
  World const many = world_in({"26", "07"}, 260);
  std::set<std::string_view> departments;
  std::size_t in_the_two = 0;
  auto const large = draw_map(many.territory, many.plan);
  for (const VoronoiCell& cell : large->fabric.inside) {
    departments.insert(department_of(all_communes()[cell.seed]));
    in_the_two += department_of(all_communes()[cell.seed]) == "26" ||
                          department_of(all_communes()[cell.seed]) == "07"
                      ? 1U
                      : 0U;
  }
  std::size_t communes = 0;
  for (const Commune& commune : all_communes()) {
    communes += department_of(commune) == "26" || department_of(commune) == "07" ? 1U : 0U;
  }
  EXPECT_EQ(in_the_two, communes);
  World const few = world_around("26108", 10);
  auto const small = draw_map(few.territory, few.plan);
  EXPECT_LT(small->fabric.inside.size(), 80U);
  EXPECT_GE(small->fabric.inside.size(), 5U);
}

TEST(Map, IsNotShrunkByOneFarPlace) {
  World world = world_around("26108", 30);
  auto const before = draw_map(world.territory, world.plan);
  world.territory.stakeholders[4].commune_centre = territory::Position{23'488'000, 488'534'000};
  auto const after = draw_map(world.territory, world.plan);
  EXPECT_NEAR(after->fabric.frame.scale, before->fabric.frame.scale,
              before->fabric.frame.scale / 2);
  EXPECT_GE(after->wide.symbols.beyond, 1);
}

TEST(Map, IsNotShrunkByAQuarterOfItsPlacesAbroad) {
  World world = world_around("26108", 8);
  double const before = draw_map(world.territory, world.plan)->fabric.frame.scale;
  world.territory.stakeholders[5].commune_centre = territory::Position{554'500'000, -208'800'000};
  world.territory.stakeholders[7].commune_centre = territory::Position{133'800'000, 525'200'000};
  auto const after = draw_map(world.territory, world.plan);
  EXPECT_GT(after->fabric.frame.scale, before / 2);
}

TEST(Map, IsNotDrawnWithoutAnyPosition) {
  World const world = without_positions(world_around("26108", 10));
  EXPECT_FALSE(draw_map(world.territory, world.plan));
  EXPECT_FALSE(map_svg(world.territory, world.plan, Language::kEnglish));
}

TEST(Map, GivesTheSameBytesForTheSameInput) {
  World const world = world_in({"26"}, 40);
  auto const once = map_svg(world.territory, world.plan, Language::kFrench);
  auto const twice = map_svg(world.territory, world.plan, Language::kFrench);
  ASSERT_TRUE(once);
  EXPECT_EQ(*once, *twice);
  EXPECT_EQ(once->find("nan"), std::string::npos);
  EXPECT_EQ(once->find("inf"), std::string::npos);
}

TEST(Map, AsksNothingOfAnyone) {
  World const world = world_in({"26"}, 40);
  std::string const drawn = *map_svg(world.territory, world.plan, Language::kEnglish);
  EXPECT_EQ(drawn.find("href"), std::string::npos);
  EXPECT_EQ(drawn.find("url("), std::string::npos);
  EXPECT_EQ(drawn.find("@import"), std::string::npos);
  EXPECT_EQ(drawn.find("<script"), std::string::npos);
  // The name of the format is no address anyone asks.
  EXPECT_EQ(drawn.find("http", drawn.find("http") + 1), std::string::npos);
}

TEST(Map, EscapesTheNameOfTheTerritory) {
  World world = world_around("26108", 10);
  world.territory.settings.name = "<b>&\"'";
  std::string const drawn = *map_svg(world.territory, world.plan, Language::kEnglish);
  EXPECT_EQ(drawn.find("<b>"), std::string::npos);
  EXPECT_NE(drawn.find("&lt;b&gt;&amp;&quot;&#39;"), std::string::npos);
}

// Shared sides have the same length seen from both cells, and every cell holds its own point.
TEST(Cells, ShareTheirSidesAndHoldTheirPoint) {
  std::vector<Point> points;
  points.reserve(60);
  for (int i = 0; i < 60; ++i) {
    points.push_back({i * 37 % 61 * 0.7, i * 23 % 59 * 0.7});
  }
  PointGrid const grid(points, 4);
  std::vector<std::size_t> all(points.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = i;
  }
  auto const cells = voronoi_cells(grid, all, 9);
  ASSERT_EQ(cells.size(), points.size());
  for (const VoronoiCell& cell : cells) {
    EXPECT_EQ(distance_to_hull(cell.corners, points[cell.seed]), 0);
    for (std::size_t i = 0; i < cell.corners.size(); ++i) {
      Point const a = cell.corners[i];
      Point const b = cell.corners[(i + 1) % cell.corners.size()];
      Point const middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
      double const own = distance(middle, points[cell.seed]);
      if (cell.beyond[i]) {
        EXPECT_NEAR(own, distance(middle, points[*cell.beyond[i]]), 1e-9);
      }
      for (Point const other : points) {
        EXPECT_GE(distance(middle, other), own - 1e-9);
      }
    }
  }
}

TEST(Cells, AreOnePerPlaceWherePointsCoincide) {
  PointGrid const grid({{0, 0}, {0, 0}, {3, 0}}, 4);
  EXPECT_EQ(voronoi_cells(grid, {0, 1, 2}, 5).size(), 2U);
}

}  // namespace
}  // namespace bocage::exchange
