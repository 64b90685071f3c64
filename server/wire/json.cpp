#include "wire/json.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "wire/write.h"

namespace kiemkring::wire {

namespace {

/// Builds the value from the parser's calls; every `false` ends the parsing.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::string_view text, std::size_t depth_max) : text_(text), depth_max_(depth_max) {}

    Json root;
    JsonProblem problem = JsonProblem::not_json;

    bool null() override { return put({nullptr}); }
    bool boolean(bool value) override { return put({value}); }
    bool number_integer(number_integer_t value) override { return put({std::int64_t{value}}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return put({static_cast<double>(value)});
        return put({static_cast<std::int64_t>(value)});
    }
    bool number_float(number_float_t value, const string_t&) override { return put({value}); }
    bool string(string_t& value) override { return put({std::move(value)}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open({Json::Object{}}); }
    bool start_array(std::size_t) override { return open({Json::Array{}}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        auto& object = std::get<Json::Object>(open_.back()->value);
        auto [place, is_new] = object.try_emplace(std::move(name));
        member_ = &place->second;
        return is_new;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
        constexpr int out_of_range = 406;
        const auto here = text_.substr(position == 0 ? 0 : position - 1);
        if (error.id == out_of_range || here.starts_with("NaN") || here.starts_with("Infinity"))
            problem = JsonProblem::bad_number;
        return false;
    }

private:
    Json* place() {
        if (open_.empty()) return &root;
        if (auto* array = std::get_if<Json::Array>(&open_.back()->value)) return &array->emplace_back();
        return member_;
    }
    bool put(Json json) {
        *place() = std::move(json);
        return true;
    }
    bool open(Json json) {
        if (open_.size() == depth_max_) return false;
        auto* here = place();
        *here = std::move(json);
        open_.push_back(here);  // stays valid: only the innermost container grows
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::size_t depth_max_;
    std::vector<Json*> open_;
    Json* member_ = nullptr;
};

void write_canonical(std::string& out, const Json& json) {
    std::visit(
        [&](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::nullptr_t>) {
                out += "null";
            } else if constexpr (std::is_same_v<T, Json::Array>) {
                out += '[';
                for (const auto& item : value) {
                    write_canonical(out, item);
                    out += ',';
                }
                out += ']';
            } else if constexpr (std::is_same_v<T, Json::Object>) {
                out += '{';
                for (const auto& [name, item] : value) {
                    write(out, name);
                    out += ':';
                    write_canonical(out, item);
                    out += ',';
                }
                out += '}';
            } else {
                write(out, value);
            }
        },
        json.value);
}

}  // namespace

const Json* Json::member(std::string_view name) const {
    const auto* members = object();
    if (!members) return nullptr;
    const auto found = members->find(name);
    return found == members->end() ? nullptr : &found->second;
}

std::expected<Json, JsonProblem> read_json(std::string_view text, std::size_t depth_max) {
    // The parser would skip a byte order mark and take a NUL for the end.
    if (text.starts_with("\xEF\xBB\xBF") || text.find('\0') != std::string_view::npos)
        return std::unexpected(JsonProblem::not_json);

    Builder builder{text, depth_max};
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::unexpected(builder.problem);
    return std::move(builder.root);
}

std::string canonical_text(const Json& json) {
    std::string text;
    write_canonical(text, json);
    return text;
}

}  // namespace kiemkring::wire
