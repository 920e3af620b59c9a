"""Ballots as sheets: how people are asked, what a workbook answers while it is filled, and what became of it."""

from mcda.language.text import Text

SENTENCES = {
    "help.ballots": Text(
        "A workbook per person that asks what CASE needs to know about importance.\n\n"
        "The weighting decides what is asked: pairs, numbers, an order, or best and worst. Send the files out, and put them back together with mcda collect.",
        "为每位参与者生成一份问卷工作簿，询问 CASE 所需的重要性判断。\n\n询问形式由赋权方法决定：两两比较、数值、排序或最优最劣。发出后用 mcda collect 汇总。",
    ),
    "help.people": Text(
        "Names in a text or CSV file, one a line, with the group in a second column; or how many ballots.",
        "文本或 CSV 文件中的姓名（每行一人，第二列为相关方）；或份数。",
    ),
    "help.collect": Text(
        "Ballots that came back, as judgements in a case file.\n\n"
        "FILES are ballots, or folders of them. Nothing is written while one has a fault.",
        "将收回的问卷写入案例文件，作为判断。\n\nFILES 为问卷文件或其所在文件夹。任何一份有问题时都不写入。",
    ),
    "help.collect_output": Text("The case file to write.", "要写入的案例文件。"),
    "help.leave_out": Text(
        "Leave ballots with faults out, whole, and say which.", "整份略去有问题的问卷，并逐一说明。"
    ),
    # the workbook
    "workbook.sheet.ballot": Text("Ballot", "问卷"),
    "workbook.sheet.check": Text("Check", "核对"),
    "workbook.sheet.answers": Text("_ballot", "_ballot"),
    "ballot.number": Text("Ballot {number}", "问卷 {number}"),
    "ballot.name": Text("Name: {said}", "姓名：{said}"),
    "ballot.group": Text("Group: {said}", "相关方：{said}"),
    "ballot.code": Text("Ballot code: {said}", "问卷编码：{said}"),
    "ballot.how": Text("How to answer", "填写说明"),
    "ballot.meaning": Text("What each criterion means stands on the sheet {sheet}.", "各准则的含义见工作表“{sheet}”。"),
    "ballot.send": Text(
        "Answer in the coloured cells; the others are locked against slips, without a password. Then save the file and send it back as it is.",
        "请在着色单元格中作答，其余单元格已锁定以防误改（无密码）。填好后保存，并将文件原样交回。",
    ),
    "ballot.about": Text("About: {branch}", "关于：{branch}"),
    "ballot.change": Text("{name}: from {worst} to {best} {unit}", "{name}：从 {worst} 到 {best} {unit}"),
    "ballot.anchored": Text(
        "{name}: from {worst} ({worst_is}) to {best} ({best_is})",
        "{name}：从 {worst}（{worst_is}）到 {best}（{best_is}）",
    ),
    "ballot.together": Text(
        "{name}, all of it from worst to best: {parts}", "{name}（以下各项均从最差到最好）：{parts}"
    ),
    "ballot.between": Text("; ", "；"),
    "ballot.answered": Text("answered, of {asked}", "已答（共 {asked} 题）"),
    "ballot.open": Text("Some answers are still open.", "尚有未答。"),
    "ballot.complete": Text("All answers are in.", "已全部作答。"),
    "ballot.means": Text("what it means", "含义"),
    "ballot.from_worst": Text("from (worst)", "从（最差）"),
    "ballot.to_best": Text("to (best)", "到（最好）"),
    "ballot.prices": Text(", in prices of {year}", "（{year} 年价格）"),
    "ballot.levels": Text("{criterion}: what the levels stand for", "{criterion}：各等级的含义"),
    "ballot.head.left": Text("going from worst to best here …", "此项从最差到最好……"),
    "ballot.head.times": Text("… is how many times as important as …", "……的重要性是右侧的几倍"),
    "ballot.head.right": Text("… going from worst to best there", "……右侧此项从最差到最好"),
    "ballot.head.you_say": Text("so you say: more important is", "您的回答：更重要的是"),
    "ballot.head.change": Text("going from worst to best", "从最差到最好"),
    "ballot.head.number": Text("your number", "您的数值"),
    "ballot.head.share": Text("share", "份额"),
    "ballot.head.place": Text("your place", "您的位次"),
    "ballot.head.choose": Text("choose", "选择"),
    "ballot.head.chosen": Text("your choice", "您的选择"),
    "ballot.head.over": Text(
        "the one that matters most counts how many times this one?", "最重要者的重要性是它的几倍？"
    ),
    "ballot.head.under": Text(
        "this one counts how many times the one that matters least?", "它的重要性是最不重要者的几倍？"
    ),
    "ballot.head.question": Text("question", "题号"),
    "ballot.head.answer": Text("your answer", "您的回答"),
    "ballot.head.others": Text("your other answers say", "其他回答给出"),
    "ballot.head.apart": Text("how far apart", "相差程度"),
    # pairs
    "ballot.pairs.compare": Text(
        "Imagine everything at its worst. Each question sets two improvements side by side, with both ends named: how many times as important is the left one as the right one?",
        "设想各项均处于最差状态。每题并列两项改善并写明两端：左侧的重要性是右侧的几倍？",
    ),
    "ballot.pairs.scale": Text(
        "1 equally important, 3 somewhat more, 5 clearly more, 7 very much more, 9 as much more as can be; 2, 4, 6 and 8 lie between. 1/3, 1/5 … where the right one matters more.",
        "1 同等重要，3 稍重要，5 明显重要，7 强烈重要，9 极端重要；2、4、6、8 介于其间。右侧更重要时选 1/3、1/5 等。",
    ),
    "ballot.pairs.words": Text(
        "The column on the right says your answer in words. Look whether you mean it.",
        "最右一列用文字复述您的回答，请核对是否为本意。",
    ),
    "ballot.pairs.open": Text("Leave a cell empty if you can't say.", "无法判断的题目可以留空。"),
    "ballot.pairs.more": Text("{name}, {times} times", "{name}，{times} 倍"),
    "ballot.pairs.equal": Text("neither, they are equal", "二者同等重要"),
    "ballot.pairs.ratio": Text("consistency ratio (CR); up to 0.1 is usual", "一致性比率（CR）；通常不超过 0.1"),
    "ballot.pairs.wait": Text("Shown once all of these are answered.", "本组全部作答后显示。"),
    "ballot.pairs.fit": Text("These answers fit together.", "各回答相互一致。"),
    "ballot.pairs.look": Text(
        "Look again: some of these answers contradict each other.", "请再看一遍：部分回答相互矛盾。"
    ),
    "ballot.pairs.again": Text(
        "Question {number} fits least: your other answers say about {times} there. If you mean it, keep it.",
        "第 {number} 题与其他回答最不相符，其他回答给出约 {times}。若确为本意，请保留。",
    ),
    "ballot.pairs.check": Text(
        "Your answers as a matrix, what each criterion counts by them, and how well they fit together. An open answer counts as 1 here. Nothing is to be filled in.",
        "您的回答构成的判断矩阵、由此得出的权重及一致性。未答的题目在此按 1 计。本页无需填写。",
    ),
    # numbers
    "ballot.numbers.worst": Text(
        "Imagine everything at its worst. Each line is an improvement from worst to best, with both ends named.",
        "设想各项均处于最差状态。每行是一项从最差到最好的改善，并写明两端。",
    ),
    "ballot.numbers.largest": Text(
        "Give {largest} to the improvement that matters most to you, and to each of the others its part of that: {half} if it matters half as much, 0 if it doesn't matter.",
        "对您最重要的改善记 {largest}，其余按比例给出：一半重要记 {half}，不重要记 0。",
    ),
    "ballot.numbers.total": Text(
        "Give each its share of the importance; in each group together {total}.",
        "请给出每项所占的重要性份额，每组合计为 {total}。",
    ),
    "ballot.numbers.points": Text(
        "Share out 100 points in each group: twice as many to an improvement that matters twice as much. Another sum will do; shares are counted.",
        "每组分配 100 点：重要一倍者点数加倍。合计不是 100 亦可，以份额计。",
    ),
    "ballot.numbers.shares": Text(
        "The sum and the shares are calculated while you type.", "合计与份额随填写自动计算。"
    ),
    "ballot.numbers.sum": Text("sum", "合计"),
    "ballot.numbers.none": Text("At least one number must be above 0.", "至少一项须大于 0。"),
    "ballot.numbers.not_largest": Text("The largest number must be {largest}.", "最大的数须为 {largest}。"),
    "ballot.numbers.not_total": Text("The numbers must sum to {total}.", "各数合计须为 {total}。"),
    # order
    "ballot.order.places": Text(
        "Imagine everything at its worst. Give 1 to the improvement from worst to best that you would choose first, 2 to the next, and so on.",
        "设想各项均处于最差状态。您会首先选择的、从最差到最好的改善记 1，其次记 2，依此类推。",
    ),
    "ballot.order.equals": Text("Improvements that matter alike share a place.", "同等重要的改善可取相同位次。"),
    # best and worst
    "ballot.best_worst.choose": Text(
        "Imagine everything at its worst. Choose the improvement from worst to best that matters most to you, and the one that matters least.",
        "设想各项均处于最差状态。请选出对您最重要和最不重要的（从最差到最好的）改善。",
    ),
    "ballot.best_worst.first": Text(
        "Then say for each one how many times as important the most important is: 1 equally, 3 somewhat more, 5 clearly more, 7 very much more, 9 as much more as can be.",
        "然后逐项给出：最重要者的重要性是它的几倍。1 同等，3 稍重要，5 明显重要，7 强烈重要，9 极端重要。",
    ),
    "ballot.best_worst.second": Text(
        "And how many times as important each one is as the least important. What compares one with itself may stay open.",
        "再逐项给出：它的重要性是最不重要者的几倍。与自身比较之处可留空。",
    ),
    "ballot.best_worst.best": Text("matters most", "最重要"),
    "ballot.best_worst.worst": Text("matters least", "最不重要"),
    "ballot.best_worst.same": Text("Most and least important can't be the same.", "最重要与最不重要不能相同。"),
    # what a command says
    "screen.ballots_written": Text("Ballots written to {folder}: {count}.", "已将 {count} 份问卷写入 {folder}。"),
    "screen.ballots_next": Text(
        "Send each person theirs. When they are back: mcda collect {case} {folder} -o room.yaml",
        "请分发给各人。收回后运行：mcda collect {case} {folder} -o room.yaml",
    ),
    "screen.ballots_guess": Text("{guess} Look whether the names are right.", "{guess}请核对姓名是否正确。"),
    "screen.collected": Text(
        "Ballots in {file}: {people}; weights by {weights}.", "{people} 份问卷已写入 {file}，赋权方法为 {weights}。"
    ),
    "screen.collected_next": Text("Do people agree: mcda group {file}", "意见是否一致：mcda group {file}"),
    "screen.ballot_partial": Text(
        "{who} answered {given} of {asked} questions.", "{who} 回答了 {asked} 题中的 {given} 题。"
    ),
    "screen.ballot_left_out": Text("left out", "已略去"),
    "screen.ballots_replaced": Text("They replace the judgements of {names}.", "取代了 {names} 的判断。"),
    "screen.ballots_kept": Text(
        "The judgements of {names} stay, and count beside them.", "{names} 的判断予以保留，与之并计。"
    ),
}
