#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "http/endpoints/endpoints.h"
#include "http/guard.h"
#include "http/message.h"

namespace bocage::http {

// What the requests about one folder share.
struct Room {
  Room(std::string place, std::string name, service::Planner planner)
      : folder(std::move(place)), cooperation(std::move(name)), board(std::move(planner)) {}

  std::string folder;
  std::string cooperation;  // as its territory names the folder; "." is the one that was opened
  PlanBoard board;
  Learnt learnt;
};

// The folder a meeting was opened on, and the cooperations in it: a room each, under an address of
// its own. They are looked for at every request, for one may be added while people meet.
class House {
 public:
  using PlannerFor = std::function<service::Planner(const std::string& cooperation)>;
  House(std::string folder, std::uint16_t port, Runner run, PlannerFor planner_for,
        std::function<void()> tell);

  // The room that `path` leads to, and the rest of it from there; none where there is no such
  // cooperation. "/cooperations/van/api/plan" is "/api/plan" in the room of "van".
  [[nodiscard]] Room* room_of(std::string& path);

  [[nodiscard]] const std::string& folder() const { return folder_; }

  Guard guard;
  Runner runner;
  std::function<void()> changed;  // tells every page that a folder changed

 private:
  Room& room(const std::string& cooperation);

  std::string folder_;
  PlannerFor planner_for_;
  std::mutex mutex_;
  std::map<std::string, Room> rooms_;
};

}  // namespace bocage::http
