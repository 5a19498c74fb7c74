#!/bin/sh
# Put Mission Planner into the menu of this person's desktop; with --remove, take it out again.
# The program stays in the folder this lies in; workspaces are not touched.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
entry=$data/applications/missionplanner.desktop
icon=$data/icons/hicolor/256x256/apps/missionplanner.png
types=$data/mime/packages/missionplanner.xml

if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon" "$types"
    echo "Mission Planner is out of the menu. Its folder is yours to delete: $here"
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$types")"
    # In a desktop entry a path is quoted, and \ " ` $ in it are escaped, twice over as it is a string too.
    program=$(printf '%s' "$here/missionplanner" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s" %s\n' "$program" "${line#Exec=missionplanner }" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done < "$here/missionplanner.desktop" > "$entry"
    cp "$here/missionplanner.png" "$icon"
    cp "$here/missionplanner.xml" "$types"
    echo "Mission Planner is in the menu. Keep this folder where it is: $here"
fi
for tool in "update-desktop-database $data/applications" "update-mime-database $data/mime"; do
    if command -v "${tool%% *}" > /dev/null; then
        "${tool%% *}" "${tool#* }" || true
    fi
done
