"""Cuts 'Ginkgo Sans' out of Noto Sans CJK SC and writes fonts.css; see src/design/README.md."""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "public" / "fonts"
NOTO = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED_CHINESE = 2
SCANNED = {".ts", ".tsx", ".json", ".html", ".css", ".webmanifest"}
WIDE_SLICES = 8
# Hanzi of given names and surnames that GB 2312 lacks.
BEYOND_GB2312 = "㑇㛃㛹㳘㺭䶮喆堃玥珺昇琎镕甯赟炆垚犇淼焱喆煊昉翀婳媖嫄珅珩珮珵琀琇琯瑀瑄璟璠璿瓅祎禛禤稹芃苡茜荃菡葳蓥薏蘅钰钲铱铼锃镡镧鋆頔颀飏骐骕鹔麟黛龢晞晢暕曈曌朤栩梽楒榗槿樾橦欤沄沚泠洺浠涓涔淏湉湲滢漪潆潓澍澔瀞灏炅炜烜烨煜熠燚牁犟玎玏玓玘玚玠玹珂珈珝珥珲琛琤琬琰琲瑢瑷璁璇璐璘璨璩瓒畅畯皞皙皓睎睢矞祺祾禤窈竑筠箐箫篪綦縠纮绂绮缇羿翊翎聿肸臻芊芮芸茗茵莘莞菀菁萦葭蓓蔓蕙薰藜蘧虓蜺衎裕諴謦诒诩谖豫贇贠赜赟趱跞轲辂辇逄逯遒邈邬郗郜郦鄢鄯酆醴釆釗釜钊钏铄铎铠铮锟锴镒镔镛闳闼陟隗霈霏霖霓韫韬韪颛颢飒飖馥骁骅骢骥魁鲲鸢鸾麒黻黼龑"


def scanned_text():
    for folder in ("src", "kiosk-config"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SCANNED and path.name != "fonts.css":
                yield path.read_text(encoding="utf-8", errors="ignore")


def is_hanzi(char):
    return 0x3400 <= ord(char) <= 0x9FFF


def gb2312_hanzi():
    cells = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {char for char in (cell.decode("gb2312", errors="ignore") for cell in cells) if char}


def signs(text):
    spans = ((0x20, 0x7F), (0xA0, 0x100), (0x2010, 0x2028), (0x3000, 0x3016), (0xFF01, 0xFF5F), (0xFFE0, 0xFFE6))
    found = {chr(code) for span in spans for code in range(*span)}
    found |= set("…‰′″‹›€№℃①②③④⑤⑥⑦⑧⑨⑩←↑→↓↔⇧⏎─│■□▲△▼▽◆◇○●★☆✓−×÷≈≠≤≥±∞·•〜")
    return found | {char for char in text if 0x7F < ord(char) < 0xFFFF and not is_hanzi(char)}


def core_and_common():
    """The core is what the product itself says; common is what people, services and branches are usually called.

    Common and wide hang on core-hanzi.txt alone, so a new phrase changes only the two core files.
    """
    sections = (HERE / "core-hanzi.txt").read_text(encoding="utf-8").split("[common]\n")
    said = sections[0] + "".join(scanned_text())
    core = {char for char in said if is_hanzi(char)} | signs(said)
    return core, {char for char in sections[1] if is_hanzi(char)} - set(sections[0])


def cut(weight, characters, file_name):
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "halt", "chws"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    font = TTFont(NOTO / f"NotoSansCJK-{weight}.ttc", fontNumber=SIMPLIFIED_CHINESE)
    rename(font, weight)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(char) for char in characters])
    cutter.subset(font)
    path = OUT / file_name
    subset.save_font(font, path, options)
    print(f"{file_name}: {len(characters)} characters, {path.stat().st_size // 1024} KiB")
    return set(font.getBestCmap())


def rename(font, weight):
    for record in font["name"].names:
        family = {1: "Ginkgo Sans", 2: weight, 4: f"Ginkgo Sans {weight}", 6: f"GinkgoSans-{weight}"}.get(record.nameID)
        if family:
            record.string = family


def unicode_range(codes):
    spans = []
    for code in sorted(codes):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ", ".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in spans)


def face(file_name, weight, ranges):
    return (
        "@font-face {\n"
        '  font-family: "Ginkgo Sans";\n'
        f"  font-weight: {weight};\n"
        "  font-style: normal;\n"
        "  font-display: swap;\n"
        f'  src: url("/fonts/{file_name}") format("woff2");\n'
        f"  unicode-range: {ranges};\n"
        "}\n"
    )


def wide_faces(characters):
    """Slices are contiguous, so their ranges stay short; the core, declared later, goes first where both have a character."""
    ordered = sorted(characters)
    size = -(-len(ordered) // WIDE_SLICES)
    slices = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    for number, part in enumerate(slices, start=1):
        name = f"ginkgo-sans-wide-{number}.woff2"
        cut("Regular", part, name)
        end = ord(slices[number][0]) - 1 if number < len(slices) else ord(part[-1])
        for weight in (400, 700):
            yield face(name, weight, f"U+{ord(part[0]):X}-{end:X}")


def two_weights(name, characters):
    for weight, noto in ((400, "Regular"), (700, "Bold")):
        file_name = f"ginkgo-sans-{name}{noto.lower()}.woff2"
        yield face(file_name, weight, unicode_range(cut(noto, characters, file_name)))


def build():
    OUT.mkdir(parents=True, exist_ok=True)
    core, common = core_and_common()
    listed = set((HERE / "core-hanzi.txt").read_text(encoding="utf-8"))
    wide = (gb2312_hanzi() | {char for char in BEYOND_GB2312 if is_hanzi(char)}) - listed
    faces = [*wide_faces(wide), *two_weights("common-", common), *two_weights("", core)]
    css = "/* Written by build-fonts.py; do not edit. */\n" + "\n".join(faces)
    (HERE / "fonts.css").write_text(css, encoding="utf-8")
    (HERE / "wide-hanzi.txt").write_text("".join(sorted(wide)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
