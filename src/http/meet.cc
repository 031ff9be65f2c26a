#include "http/meet.h"

#include <boost/json.hpp>
#include <memory>

#include "http/child.h"
#include "http/routes.h"
#include "http/server.h"

namespace bocage::http {

std::string meet(const MeetOptions& options,
                 const std::function<void(const std::string& address)>& ready) {
  ServerOptions server_options;
  server_options.port = options.port;
  std::unique_ptr<House> house;
  auto listening = Server::listen(
      server_options, [&house](const Request& request) { return answer(*house, request); });
  if (!listening) {
    return listening.failure();
  }
  std::unique_ptr<Server> const server = std::move(listening).value();
  ChildLimits const limits;
  Runner const runner = [limits](const std::vector<std::string>& arguments,
                                 const service::Files& files) {
    return output_of_child(arguments, files, limits);
  };
  Server* const speaker = server.get();
  auto const planner_for = [speaker, limits](const std::string& cooperation) {
    return plan_in_child(limits, [speaker, cooperation](const std::string& step, double share) {
      speaker->publish("progress",
                       boost::json::serialize(boost::json::object{
                           {"cooperation", cooperation}, {"step", step}, {"share", share}}));
    });
  };
  house = std::make_unique<House>(options.folder, server->port(), runner, planner_for,
                                  [speaker] { speaker->publish("changed", "{}"); });
  ready("http://127.0.0.1:" + std::to_string(server->port()) +
        "/enter?token=" + house->guard.token());
  server->run();
  return {};
}

}  // namespace bocage::http
