// The load generator: `load_generator --world FILE --port N --pid SERVER SCENARIO...` prints one line
// of JSON for each scenario. All times are microseconds, all memory is bytes, unless the name says
// otherwise.
//
//   prepare            writes the ideas of the world, and their numbers into its file
//   closed:K:SECONDS   K commands under way in each room, the next one when one was answered and heard
//   by all open:RATE:SECONDS  RATE commands a second in each room, evenly, whatever comes back; latency
//   counts from when it was due idle:SECONDS       nothing but beats; before it, memory without anybody
//   first              one phone says hello to a server that has just started, for how long until its
//   snapshot storm:TIMES        everybody is cut off and comes back at once, with a snapshot
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <utility>

#include "crowd.h"

namespace load {
namespace {

constexpr Nanos second = 1'000'000'000;

class Bench {
public:
    Bench(std::map<std::string, std::string> flags)
        : world_file_(flags["--world"]),
          world_(read_world(world_file_,
                            flags.contains("--rooms") ? std::stoul(flags["--rooms"]) : 1'000'000)),
          server_(std::stoi(flags["--pid"])),
          crowd_(world_, {"127.0.0.1", static_cast<std::uint16_t>(std::stoi(flags["--port"])),
                          flags.contains("--socket-io")}),
          meter_(server_) {}

    void run(const std::string& scenario) {
        std::stringstream parts{scenario};
        std::string name, first, then;
        std::getline(parts, name, ':');
        std::getline(parts, first, ':');
        std::getline(parts, then, ':');
        if (name != "prepare" && name != "first" && crowd_.ready() < crowd_.phones().size()) enter();
        crowd_.findings = {};
        if (name == "prepare")
            prepare();
        else if (name == "closed")
            closed(std::stoul(first), std::stod(then));
        else if (name == "open")
            open(std::stod(first), std::stod(then));
        else if (name == "idle")
            idle(std::stod(first));
        else if (name == "first")
            first_hello();
        else if (name == "storm")
            storm(std::stoul(first));
        else
            give_up("no scenario " + name);
    }

private:
    void run_until(Nanos until) {
        while (now() < until) {
            crowd_.turn(until);
            crowd_.beat();
        }
    }

    void enter() {
        empty_kb_ = resident_kb(server_);
        meter_.start();
        come_in(256);
        const auto reading = meter_.read();
        std::printf(R"({"scenario":"enter","phones":%zu,"seconds":%.4f,"server_cpu":%.4f})"
                    "\n",
                    crowd_.ready(), reading.seconds, reading.server);
        run_until(now() + second / 2);
    }

    void come_in(std::size_t at_once) {
        crowd_.come_in(at_once);
        const auto deadline = now() + 120 * second;
        while (crowd_.ready() < crowd_.phones().size()) {
            crowd_.turn(now() + second / 100);
            crowd_.beat();
            if (now() > deadline || crowd_.findings.closed > 0)
                give_up("only " + std::to_string(crowd_.ready()) + " phones came in, " +
                        std::to_string(crowd_.findings.closed) + " were sent away");
        }
    }

    void first_hello() {
        crowd_.come_in_alone(0);
        const auto deadline = now() + 20 * second;
        while (crowd_.ready() == 0 && now() < deadline) crowd_.turn(deadline);
        if (crowd_.ready() == 0) give_up("nobody is welcome");
        const auto waited = now() - crowd_.phones()[0].greeted_at;
        std::printf(R"({"scenario":"first","events":%lu,"ms":%.2f})"
                    "\n",
                    static_cast<unsigned long>(crowd_.phones()[0].ear.version()),
                    static_cast<double>(waited) / 1e6);
    }

    void prepare() {
        come_in(64);
        std::vector<unsigned> written(crowd_.phones().size());
        std::size_t done = 0;
        const auto wanted = [&](const Phone& phone) {
            return world_.ideas / world_.seats + (phone.seat < world_.ideas % world_.seats ? 1 : 0);
        };
        crowd_.on_made = [&](Phone& phone, std::uint64_t id) {
            const auto at = static_cast<std::size_t>(&phone - crowd_.phones().data());
            if (written[at]++ == 0) world_.phones[at].idea = static_cast<unsigned>(id);
            ++done;
        };
        const auto total = std::size_t{world_.rooms} * world_.ideas;
        const auto deadline = now() + 300 * second;
        while (done < total && now() < deadline) {
            for (auto& phone : crowd_.phones()) {
                const auto at = static_cast<std::size_t>(&phone - crowd_.phones().data());
                if (phone.is_answered && written[at] < wanted(phone) && phone.messages.take(now()))
                    crowd_.submit(phone, written[at]);
            }
            run_until(now() + second / 200);
        }
        crowd_.on_made = {};
        if (done < total || crowd_.findings.all() > 0) give_up("the ideas were not written");
        write_world(world_, world_file_);
        std::printf(R"({"scenario":"prepare","ideas":%zu})"
                    "\n",
                    done);
    }

    /// The next author of a room who may say something, from where the last one was.
    Phone* next_author(unsigned room) {
        const auto authors = crowd_.authors();
        for (unsigned tried = 0; tried < authors; ++tried) {
            auto& phone = crowd_.phone(room, turns_[room] = (turns_[room] + 1) % authors);
            if (!phone.is_busy() && phone.state == Phone::State::ready && phone.messages.take(now()))
                return &phone;
        }
        return nullptr;
    }

    void begin_measuring() {
        crowd_.answer_micros.clear();
        crowd_.all_micros.clear();
        crowd_.deliveries = crowd_.frames = crowd_.bytes = 0;
        crowd_.busy = 0;
        crowd_.is_timing = true;
        meter_.start();
    }

    void closed(unsigned in_flight, double seconds) {
        turns_.assign(world_.rooms, 0);
        crowd_.stays_awake = true;
        std::vector<unsigned> parked;  // rooms where nobody may say something now
        bool is_open = true;
        const auto next = [&](unsigned room) {
            if (auto* author = next_author(room))
                crowd_.edit(*author, now());
            else
                parked.push_back(room);
        };
        crowd_.on_complete = [&](Phone& author) {
            if (is_open) next(author.room);
        };
        const auto run_for = [&](Nanos time) {
            const auto until = now() + time;
            while (now() < until) {
                crowd_.turn(parked.empty() ? until : std::min(until, now() + second / 1000));
                crowd_.beat();
                for (const auto room : std::exchange(parked, {})) next(room);
            }
        };
        for (unsigned i = 0; i < in_flight; ++i)
            for (unsigned room = 0; room < world_.rooms; ++room) next(room);
        run_for(second);  // to warm up
        begin_measuring();
        run_for(static_cast<Nanos>(seconds * 1e9));
        report("closed", in_flight);
        is_open = false;
        crowd_.stays_awake = false;
        finish();
    }

    void open(double rate, double seconds) {
        run_until(now() + 3 * second);  // servers tidy up after a closed loop
        turns_.assign(world_.rooms, 0);
        std::uint64_t too_busy = 0;
        const auto every = static_cast<Nanos>(1e9 / rate / world_.rooms);  // the rooms take turns
        const auto run_for = [&](Nanos time) {
            const auto begin = now();
            for (std::int64_t i = 0; i * every < time; ++i) {
                const auto due = begin + i * every;
                while (now() < due) crowd_.turn(due);
                crowd_.turn(0);
                if (i % 64 == 0) crowd_.beat();
                if (auto* author = next_author(static_cast<unsigned>(i % world_.rooms)))
                    crowd_.edit(*author, due);
                else
                    ++too_busy;
            }
        };
        run_for(second / 2);
        begin_measuring();
        too_busy = 0;
        run_for(static_cast<Nanos>(seconds * 1e9));
        report("open", rate, too_busy);
        finish();
    }

    void idle(double seconds) {
        run_until(now() + second);
        const auto kb = resident_kb(server_) - empty_kb_;
        meter_.start();
        run_until(now() + static_cast<Nanos>(seconds * 1e9));
        const auto reading = meter_.read();
        const auto phones = static_cast<double>(crowd_.phones().size());
        std::printf(
            R"({"scenario":"idle","phones":%zu,"rss_per_phone":%.0f,"rss_kb":%ld,"cpu_share":%.5f,)"
            R"("others":%.3f,"late_connects":%lu,)",
            crowd_.phones().size(), static_cast<double>(kb) * 1024 / phones, resident_kb(server_),
            reading.server / reading.seconds, reading.others,
            static_cast<unsigned long>(crowd_.late_connects));
        crowd_.settle();
        print_findings();
    }

    void storm(unsigned times) {
        for (unsigned i = 0; i < times; ++i) {
            crowd_.late_connects = 0;
            crowd_.busy = 0;
            meter_.start();
            crowd_.drop_everybody();
            come_in(crowd_.phones().size());
            const auto reading = meter_.read();
            const auto phones = static_cast<double>(crowd_.phones().size());
            std::printf(
                R"({"scenario":"storm","phones":%zu,"ms":%.1f,"cpu_per_join":%.2f,"server_share":%.3f,)"
                R"("generator_share":%.3f,"others":%.3f,"late_connects":%lu,)",
                crowd_.phones().size(), reading.seconds * 1e3, reading.server * 1e6 / phones,
                reading.server / reading.seconds, static_cast<double>(crowd_.busy) / 1e9 / reading.seconds, reading.others,
                static_cast<unsigned long>(crowd_.late_connects));
            print_findings();
            run_until(now() + second);
        }
    }

    /// What is under way comes in; what has not when nothing has come for three seconds is lost.
    void finish() {
        crowd_.is_timing = false;
        crowd_.on_complete = {};
        const auto busy = [&] {
            return std::any_of(crowd_.phones().begin(), crowd_.phones().end(),
                               [](const auto& one) { return one.is_busy(); });
        };
        auto heard = crowd_.deliveries;
        auto heard_at = now();
        const auto deadline = now() + 60 * second;
        while (busy() && now() < std::min(deadline, heard_at + 3 * second)) {
            run_until(now() + second / 50);
            if (std::exchange(heard, crowd_.deliveries) != crowd_.deliveries) heard_at = now();
        }
        run_until(now() + second / 10);
        crowd_.settle();
        print_findings();
    }

    void report(const char* scenario, double argument, std::uint64_t too_busy = 0) {
        const auto reading = meter_.read();
        const auto answer = percentiles(crowd_.answer_micros), all = percentiles(crowd_.all_micros);
        const auto deliveries = static_cast<double>(std::max<std::uint64_t>(1, crowd_.deliveries));
        std::printf(
            R"({"scenario":"%s","argument":%g,"rooms":%u,"ideas":%u,"deliveries":%lu,"per_second":%.0f,)"
            R"("cpu_per_delivery":%.4f,"server_share":%.3f,"generator_share":%.3f,"others":%.3f,)"
            R"("frames_per_delivery":%.3f,"bytes_per_delivery":%.1f,"too_busy":%lu,)"
            R"("answer_p50":%.0f,"answer_p99":%.0f,"answer_max":%.0f,"all_p50":%.0f,"all_p99":%.0f,"all_max":%.0f,)",
            scenario, argument, world_.rooms, world_.ideas,
            static_cast<unsigned long>(crowd_.deliveries), deliveries / reading.seconds,
            reading.server * 1e6 / deliveries, reading.server / reading.seconds,
            static_cast<double>(crowd_.busy) / 1e9 / reading.seconds, reading.others,
            static_cast<double>(crowd_.frames) / deliveries,
            static_cast<double>(crowd_.bytes) / deliveries, static_cast<unsigned long>(too_busy),
            answer.p50, answer.p99, answer.max, all.p50, all.p99, all.max);
    }

    void print_findings() {
        const auto& found = crowd_.findings;
        std::printf(
            R"("lost":%lu,"doubled":%lu,"out_of_order":%lu,"answers":%lu,"snapshots":%lu,"closed":%lu})"
            "\n",
            static_cast<unsigned long>(found.lost), static_cast<unsigned long>(found.doubled),
            static_cast<unsigned long>(found.out_of_order), static_cast<unsigned long>(found.answers),
            static_cast<unsigned long>(found.snapshots), static_cast<unsigned long>(found.closed));
        std::fflush(stdout);
    }

    std::string world_file_;
    World world_;
    pid_t server_;
    Crowd crowd_;
    Meter meter_;
    long empty_kb_{};
    std::vector<unsigned> turns_;  ///< who spoke last, by room
};

}  // namespace
}  // namespace load

int main(int count, char** words) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    prctl(PR_SET_TIMERSLACK, 1'000);  // nanoseconds: what is due is sent when it is due

    std::map<std::string, std::string> flags;
    std::vector<std::string> scenarios;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--socket-io")
            flags[word] = "yes";
        else if (word.starts_with("--") && i + 1 < count)
            flags[word] = words[++i];
        else
            scenarios.push_back(word);
    }
    for (const char* needed : {"--world", "--port", "--pid"})
        if (!flags.contains(needed)) load::give_up(std::string{needed} + " is missing");
    load::Bench bench{flags};
    for (const auto& scenario : scenarios) bench.run(scenario);
}
