#!/usr/bin/env bash
# Asks the training case one question in each language: ask_three.sh DALEL DATA
set -euo pipefail
dalel=$1 data=$2
ask() {
    printf '\n\033[1m? %s\033[0m\n\n' "$1"
    "$dalel" ask "$1" -c training-case -c training-law -c training-guidance --data "$data"
}
ask 'Қоңырау шалған адам телефонға қандай бағдарлама орнатуды сұрады?'
ask 'В какой срок устройство возвращают владельцу?'
ask 'What is the SHA-256 of the image of the suspect’s telephone?'
