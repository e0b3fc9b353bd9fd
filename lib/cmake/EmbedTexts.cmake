# SPDX-License-Identifier: EUPL-1.2
# Runs at build time: see Embed.cmake. Texts go through hexadecimal because CMake
# lists would eat semicolons and brackets; long texts are joined from short
# literals because compilers may refuse a literal above 64 kB.
file(READ ${FILES} files)
set(code "// Made by lib/cmake/EmbedTexts.cmake.\n#include <bcmkit/base/embedded.hpp>\n\nnamespace bcmkit {\n\nstatic constexpr EmbeddedText texts[] = {\n")
foreach(file IN LISTS files)
    file(READ ${ROOT}/${file} hex HEX)
    string(LENGTH "${hex}" length)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
    math(EXPR size "${length} / 2")
    # 64 bytes (256 characters of \xNN) a literal keeps the lines readable for the compiler.
    string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f]))" "\\1\"\n     \"" bytes "${bytes}")
    string(APPEND code "    {\"${file}\", std::string_view(\"${bytes}\", ${size})},\n")
endforeach()
string(APPEND code "    {\"\", \"\"},\n};\n\nstd::span<const EmbeddedText> embedded_texts() { return std::span(texts).first(std::size(texts) - 1); }\n\n} // namespace bcmkit\n")
file(WRITE ${OUT} "${code}")
