#include "json_text.hpp"

#include <cstdint>

namespace prorata::cli {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int hexDigit(char c) {
  if (isDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void appendUtf8(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xE0 | point >> 12);
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
    }
    byte(0x80 | (point >> 6 & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
}

std::uint32_t codeUnit(std::string_view fourDigits) {
  std::uint32_t unit = 0;
  for (const char c : fourDigits) unit = unit * 16 + static_cast<std::uint32_t>(hexDigit(c));
  return unit;
}

// `text` is the inside of a string that has been stepped over, so every escape is whole.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      plain += text[i];
      continue;
    }
    switch (const char c = text[++i]) {
      case 'b': plain += '\b'; break;
      case 'f': plain += '\f'; break;
      case 'n': plain += '\n'; break;
      case 'r': plain += '\r'; break;
      case 't': plain += '\t'; break;
      case 'u': {
        std::uint32_t point = codeUnit(text.substr(i + 1, 4));
        i += 4;
        if (point >= 0xD800 && point < 0xDC00 && text.substr(i + 1, 2) == "\\u") {
          const std::uint32_t low = codeUnit(text.substr(i + 3, 4));
          if (low >= 0xDC00 && low < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
          }
        }
        appendUtf8(plain, point);
        break;
      }
      default: plain += c;
    }
  }
  return plain;
}

}  // namespace

std::size_t utf8Length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const auto continues = [&](std::size_t i, unsigned least = 0x80, unsigned most = 0xBF) {
    return byte(i) >= least && byte(i) <= most;
  };
  // The second byte's range leaves out overlong forms, surrogates, and what lies past U+10FFFF.
  const unsigned lead = byte(0);
  if (text.empty()) return 0;
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool second = continues(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return second && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool second = continues(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return second && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

std::size_t JsonText::position() {
  while (!atEnd() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  return at_;
}

bool JsonText::take(char c) {
  if (position() == text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void JsonText::expect(char c) {
  if (!take(c)) fail();
}

void JsonText::end() {
  if (position() != text_.size()) fail();
}

std::string JsonText::string() {
  const std::size_t begin = position();
  skipString();
  const std::string_view inside = text_.substr(begin + 1, at_ - begin - 2);
  return inside.find('\\') == std::string_view::npos ? std::string(inside) : unescaped(inside);
}

std::string_view JsonText::value() {
  const std::size_t begin = position();
  std::string owed;  // the brackets still to close, the innermost last
  const auto name = [this] {
    static_cast<void>(position());
    skipString();
    expect(':');
  };
  do {
    if (take('{')) {
      if (!take('}')) {
        owed += '}';
        name();
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        owed += ']';
        continue;
      }
    } else {
      switch (next()) {
        case '"': skipString(); break;
        case 't': skipWord("true"); break;
        case 'f': skipWord("false"); break;
        case 'n': skipWord("null"); break;
        default: skipNumber();
      }
    }
    while (!owed.empty() && take(owed.back())) owed.pop_back();
    if (owed.empty()) break;
    expect(',');
    if (owed.back() == '}') name();
  } while (true);
  return text_.substr(begin, at_ - begin);
}

void JsonText::skipString() {
  if (next() != '"') fail();
  ++at_;
  for (;;) {
    switch (next()) {
      case '"': ++at_; return;
      case '\\': skipEscape(); break;
      default: skipCharacter();
    }
  }
}

void JsonText::skipEscape() {
  ++at_;
  constexpr std::string_view simple = "\"\\/bfnrt";
  if (next() != 'u') {
    if (atEnd() || simple.find(next()) == std::string_view::npos) fail();
    ++at_;
    return;
  }
  ++at_;
  for (int i = 0; i < 4; ++i, ++at_) {
    if (hexDigit(next()) < 0) fail();
  }
}

void JsonText::skipCharacter() {
  if (static_cast<unsigned char>(next()) < 0x20) fail();  // control characters, and the end
  const std::size_t length = utf8Length(text_.substr(at_, 4));
  if (length == 0) fail();
  at_ += length;
}

void JsonText::skipNumber() {
  if (next() == '-') ++at_;
  if (next() == '0') {
    ++at_;
  } else {
    skipDigits();
  }
  if (next() == '.') {
    ++at_;
    skipDigits();
  }
  if (next() == 'e' || next() == 'E') {
    ++at_;
    if (next() == '+' || next() == '-') ++at_;
    skipDigits();
  }
}

void JsonText::skipDigits() {
  if (!isDigit(next())) fail();
  while (isDigit(next())) ++at_;
}

void JsonText::skipWord(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) fail();
  at_ += word.size();
}

std::string quoted(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string json = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8Length(text.substr(0, 4));
    const auto byte = static_cast<unsigned char>(text.front());
    if (length == 0) {
      json += "\xEF\xBF\xBD";
    } else if (byte < 0x20) {
      json += "\\u00";
      json += hex[byte >> 4];
      json += hex[byte & 15];
    } else {
      if (byte == '"' || byte == '\\') json += '\\';
      json += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return json += '"';
}

std::string pointerToken(std::string_view name) {
  std::string token = "/";
  for (const char c : name) {
    switch (c) {
      case '~': token += "~0"; break;
      case '/': token += "~1"; break;
      default: token += c;
    }
  }
  return token;
}

}  // namespace prorata::cli
