/** An emoji by the words people look for it with; the first are its name. */
export interface Emoji {
  readonly character: string;
  readonly name: string;
  readonly words: string;
}

// Character and words; a comma ends the name, what follows it is only searched.
const rows = `
😀 grinning face, smile happy; 😃 smiling face with open mouth, happy; 😄 laughing eyes, smile happy;
😁 beaming face, grin; 😆 squinting laugh, haha; 😅 sweat smile, relief; 🤣 rolling on the floor, laugh;
😂 tears of joy, laugh; 🙂 slight smile; 🙃 upside-down face; 😉 wink; 😊 blushing smile, happy; 😇 halo, angel;
🥰 smiling with hearts, love; 😍 heart eyes, love; 🤩 star eyes, wow; 😘 blowing a kiss; 😋 yum, tasty food;
😛 tongue out; 😜 winking tongue, joke; 🤗 hug; 🤭 hand over mouth, oops; 🤫 hush, quiet secret; 🤔 thinking;
🤐 zipped mouth, secret; 😐 neutral face; 😏 smirk; 😒 unamused; 🙄 rolling eyes; 😬 grimace; 😌 relieved;
😔 pensive, sad; 😴 sleeping, zzz; 😷 mask, ill; 🤒 thermometer, ill fever; 🤧 sneezing, ill cold; 🥵 hot face, heat;
🥶 cold face, freezing; 🤯 exploding head, wow; 🤠 cowboy; 🥳 party face, birthday celebrate; 😎 sunglasses, cool;
🤓 nerd, glasses; 😕 confused; 🙁 slight frown, sad; 😮 open mouth, surprise; 😲 astonished; 🥺 pleading;
😢 crying, sad tear; 😭 loud crying, sad tears; 😱 screaming, fear; 😤 huffing; 😡 angry; 🤬 swearing; 😈 devil;
💀 skull; 👻 ghost, halloween; 👽 alien; 🤖 robot; 💩 poop; 😺 smiling cat; ❤️ red heart, love; 🧡 orange heart, love;
💛 yellow heart, love; 💚 green heart, love; 💙 blue heart, love; 💜 purple heart, love; 🖤 black heart;
🤍 white heart; 💔 broken heart; 💕 two hearts, love; 💖 sparkling heart, love; 💝 heart with ribbon, gift love;
💯 hundred points, full score; 💢 anger; 💥 boom, explosion; 💫 dizzy star; 💦 drops, water sweat;
💨 dash, fast wind; 💬 speech bubble, chat message; 💭 thought bubble; 💤 sleep, zzz; 👋 waving hand, hello bye;
✋ raised hand, stop; 👌 OK hand; ✌️ victory hand, peace; 🤞 crossed fingers, luck; 🤟 love-you hand;
🤙 call me hand; 👈 pointing left; 👉 pointing right; 👆 pointing up; 👇 pointing down; ☝️ index finger up;
👍 thumbs up, yes good like; 👎 thumbs down, no bad; ✊ fist; 👊 punch; 👏 clapping, bravo applause;
🙌 raised hands, hooray; 👐 open hands; 🤝 handshake, deal; 🙏 folded hands, please thanks pray;
💪 strong arm, muscle; 👀 eyes, look; 👁️ eye; 👅 tongue; 👄 mouth, lips; 💋 kiss mark; 👶 baby; 👧 girl; 👦 boy;
👩 woman; 👨 man; 👵 old woman, grandmother; 👴 old man, grandfather; 👮 police officer; 👷 construction worker;
🤷 shrug; 🤦 facepalm; 🎅 Santa, Christmas; 💃 dancing woman; 🕺 dancing man; 👪 family; 🐶 dog; 🐱 cat; 🐭 mouse;
🐰 rabbit, easter; 🦊 fox; 🐻 bear; 🐼 panda; 🐨 koala; 🐯 tiger; 🦁 lion; 🐮 cow; 🐷 pig; 🐸 frog; 🐵 monkey; 🐔 chicken;
🐧 penguin; 🐦 bird; 🐤 chick, easter; 🦉 owl; 🐺 wolf; 🐴 horse; 🦄 unicorn; 🐝 bee; 🐛 caterpillar; 🦋 butterfly;
🐌 snail; 🐞 ladybird; 🐢 turtle; 🐍 snake; 🐙 octopus; 🐟 fish; 🐬 dolphin; 🐳 whale; 🐾 paw prints, pet; 🌵 cactus;
🎄 Christmas tree; 🌲 fir tree; 🌳 tree; 🌴 palm tree, holiday; 🌱 seedling, plant; 🍀 four-leaf clover, luck;
🍁 maple leaf, autumn; 🍂 fallen leaves, autumn; 💐 bouquet, flowers; 🌷 tulip, flower spring; 🌹 rose, flower love;
🌸 cherry blossom, flower spring; 🌻 sunflower; 🌍 globe, world earth; 🌙 moon, night; ⭐ star; 🌟 glowing star;
✨ sparkles, new; ⚡ lightning, fast power; 🔥 fire, hot sale; 🌈 rainbow; ☀️ sun, summer;
🌤️ sun behind a cloud, weather; ☁️ cloud, weather; 🌧️ rain, weather; ⛈️ thunderstorm, weather;
❄️ snowflake, winter cold; ⛄ snowman, winter; ☔ umbrella, rain; 🌊 wave, sea; 🍎 red apple, fruit;
🍊 orange, fruit; 🍋 lemon, fruit; 🍌 banana, fruit; 🍉 melon, fruit summer; 🍇 grapes, fruit; 🍓 strawberry, fruit;
🍒 cherries, fruit; 🍑 peach, fruit; 🍍 pineapple, fruit; 🥑 avocado; 🍅 tomato; 🥕 carrot; 🌽 corn; 🥔 potato;
🍞 bread; 🥐 croissant, breakfast; 🧀 cheese; 🥚 egg, easter; 🍳 cooking, breakfast; 🥞 pancakes; 🥓 bacon;
🍔 burger, food; 🍟 fries, food; 🍕 pizza, food; 🌭 hot dog, food; 🌮 taco, food; 🥗 salad, food; 🍝 pasta, food;
🍜 noodles, soup; 🍣 sushi, food; 🍦 ice cream; 🍩 doughnut; 🍪 biscuit, cookie; 🎂 birthday cake; 🍰 cake;
🍫 chocolate; 🍬 sweet, candy; ☕ coffee, tea hot drink; 🍵 tea; 🍺 beer; 🍻 cheers, beer;
🥂 clinking glasses, champagne toast; 🍷 wine; 🍸 cocktail; 🍹 tropical drink, holiday; 🍾 champagne, celebrate;
🍽️ plate, restaurant; ⚽ football, sport; 🏀 basketball, sport; 🏈 American football, sport; 🎾 tennis, sport;
🏐 volleyball, sport; 🎳 bowling; ⛳ golf; 🏒 ice hockey, sport; 🎿 skis, winter sport; 🏂 snowboard, winter sport;
🏊 swimming, sport; 🚴 cycling, sport bike; 🏃 running, sport; 🧘 yoga; 🏋️ lifting weights, gym;
🏆 trophy, prize win; 🥇 gold medal, first win; 🏅 medal; 🎫 ticket; 🎟️ admission tickets; 🎭 theatre;
🎨 palette, art; 🎬 clapper, film; 🎤 microphone; 🎧 headphones, music; 🎵 music note; 🎸 guitar; 🎮 video game;
🎲 dice, game; 🎯 bullseye, target; 🚗 car; 🚕 taxi; 🚌 bus; 🚚 delivery lorry, truck shipping; 🚲 bicycle;
🏍️ motorbike; 🚆 train; ✈️ aeroplane, flight travel; 🚀 rocket, launch; 🚁 helicopter; ⛵ sailing boat; 🚢 ship;
⛽ fuel; 🚦 traffic light; 📍 pin, place map; 🗺️ map; 🏠 house, home; 🏢 office; 🏪 shop; 🏥 hospital; 🏦 bank;
🏨 hotel; 🏫 school; ⛺ tent, camping; 🏖️ beach, holiday summer; 🏔️ mountain; 🎡 Ferris wheel; ⌚ watch;
📱 mobile phone; 💻 laptop, computer; 🖨️ printer; 📷 camera; 📺 television; 📞 telephone, call; 🔋 battery; 🔌 plug;
💡 light bulb, idea; 🔦 torch; 🕯️ candle; 💰 money bag; 💵 banknote, money; 💶 euro note, money; 💳 credit card, pay;
💎 gem, diamond; 🛒 shopping trolley, cart; 🛍️ shopping bags; 🎁 gift, present birthday;
🎈 balloon, birthday party; 🎉 party popper, celebrate; 🎊 confetti, celebrate; 🎀 ribbon; 🏷️ label, price sale;
📦 parcel, package delivery; ✉️ envelope, letter; 📧 e-mail; 📩 incoming message; 📮 post box; 📝 note, write;
📅 calendar, date; 📆 tear-off calendar, date; ⏰ alarm clock, time; ⏳ hourglass, time hurry; 📈 chart up, growth;
📉 chart down; 📌 drawing pin; 📎 paper clip; ✂️ scissors, cut; 🔑 key; 🔒 lock, safe; 🔓 open lock; 🔨 hammer;
🔧 wrench, repair; ⚙️ gear, settings; 💊 pill, medicine; 💉 syringe, vaccine; 🧴 bottle, cosmetics; 🧼 soap; 🛁 bath;
🛏️ bed; 🛋️ sofa, furniture; 🚪 door; 🧸 teddy bear, toy; 👕 T-shirt, clothes; 👖 jeans, clothes; 👗 dress, clothes;
👟 trainer, shoe; 👠 high heel, shoe; 👢 boot, shoe; 🧦 socks; 🧥 coat; 🧢 cap; 👒 hat; 👜 handbag; 🎒 rucksack, school;
👓 glasses; 🕶️ sunglasses, summer; 💄 lipstick; 💍 ring, wedding; 👑 crown; ☎️ old telephone, call; ⚠️ warning;
🚫 forbidden, no; ❌ cross, no wrong; ✅ tick, yes done; ☑️ ticked box; ✔️ check mark, yes; ❓ question mark;
❗ exclamation mark; ➡️ arrow right; ⬅️ arrow left; ⬆️ arrow up; ⬇️ arrow down; 🔄 refresh, again;
🔔 bell, reminder; 🔕 bell off; 📣 megaphone, news; 🔍 magnifier, search; 🆕 new; 🆓 free; 🔝 top; 🔜 soon;
♻️ recycling; ℹ️ information; 🇬🇧 flag of the United Kingdom; 🇺🇸 flag of the United States; 🇪🇺 flag of Europe;
🇩🇪 flag of Germany; 🇫🇷 flag of France; 🇪🇸 flag of Spain; 🇮🇹 flag of Italy; 🇨🇿 flag of Czechia;
🇸🇰 flag of Slovakia; 🇵🇱 flag of Poland
`;

const readRow = (row: string): Emoji => {
  const space = row.indexOf(' ');
  const words = row.slice(space + 1);
  const [name = ''] = words.split(',');
  return { character: row.slice(0, space), name, words: words.toLowerCase() };
};

/** The emoji that messages use most. Any other can be pasted. */
export const emoji: readonly Emoji[] = rows.trim().split(/;\s+/).map(readRow);
