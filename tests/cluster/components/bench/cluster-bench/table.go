// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"io"
)

// row is one figure of both sides. target is the largest ratio, or the largest value of ours, that is good
// enough; neither: the row is for information.
type row struct {
	what     string
	value    func(report) float64
	largest  float64
	ratio    bool
	onlyOurs bool
}

func printTables(to io.Writer, plan plan, peer, ours *side) {
	fmt.Fprintf(to, "First sync of %d Services and %d Revisions, median of %d (least to most)\n", plan.services,
		plan.revisions, len(ours.syncs))
	printTable(to, peer, ours, func(s *side) []report { return s.syncs }, []row{
		{what: "first rows, ms", value: func(r report) float64 { return r.FirstRows }, largest: 300},
		{what: "synced, ms", value: func(r report) float64 { return r.Synced }, largest: 1.1, ratio: true},
		{what: "resident, MB", value: func(r report) float64 { return megabytes(r.Resident) }, largest: 0.25, ratio: true},
		{what: "resident at most, MB", value: func(r report) float64 { return megabytes(r.Peak) }, largest: 0.25, ratio: true},
		{what: "processor time, ms", value: func(r report) float64 { return r.User + r.System }},
		{what: "p99 stall of the event loop, ms", value: func(r report) float64 { return r.StallP99 }, largest: 16.7, onlyOurs: true},
		{what: "longest stall, ms", value: func(r report) float64 { return r.StallMax }, onlyOurs: true},
		{what: "longest without others' processor time, ms", value: func(r report) float64 { return r.OwnMax }, onlyOurs: true},
	})
	if len(ours.minutes) == 0 {
		return
	}
	fmt.Fprintf(to, "\n%d changes a second for %v, median of %d (least to most)\n", plan.rate, plan.length, len(ours.minutes))
	printTable(to, peer, ours, func(s *side) []report { return s.minutes }, []row{
		{what: "changes seen", value: func(r report) float64 { return float64(r.Changes) }},
		{what: "delay p50, ms", value: func(r report) float64 { return r.DelayP50 }},
		{what: "delay p99, ms", value: func(r report) float64 { return r.DelayP99 }},
		{what: "processor time, ms", value: func(r report) float64 { return r.User + r.System }},
		{what: "resident, MB", value: func(r report) float64 { return megabytes(r.Resident) }, largest: 0.25, ratio: true},
		{what: "resident at most, MB", value: func(r report) float64 { return megabytes(r.Peak) }, largest: 0.25, ratio: true},
		{what: "p99 stall of the event loop, ms", value: func(r report) float64 { return r.StallP99 }, largest: 16.7, onlyOurs: true},
		{what: "longest stall, ms", value: func(r report) float64 { return r.StallMax }, onlyOurs: true},
		{what: "longest without others' processor time, ms", value: func(r report) float64 { return r.OwnMax }, onlyOurs: true},
	})
}

func printTable(to io.Writer, peer, ours *side, runs func(*side) []report, rows []row) {
	const format = "  %-44s %26s %26s %8s  %s\n"
	fmt.Fprintf(to, format, "", peer.name, ours.name, "ratio", "target")
	for _, row := range rows {
		theirs, theirMedian := spread(runs(peer), row.value)
		mine, median := spread(runs(ours), row.value)
		ratio := "-"
		if !row.onlyOurs && theirMedian > 0 {
			ratio = fmt.Sprintf("%.2f", median/theirMedian)
		}
		if row.onlyOurs {
			theirs = "-"
		}
		fmt.Fprintf(to, format, row.what, theirs, mine, ratio, row.verdict(median, theirMedian))
	}
}

func spread(runs []report, value func(report) float64) (text string, median float64) {
	var values []float64
	for _, run := range runs {
		values = append(values, value(run))
	}
	median = percentile(values, 50)
	return fmt.Sprintf("%.1f (%.1f to %.1f)", median, percentile(values, 0), percentile(values, 100)), median
}

func (r row) verdict(median, theirs float64) string {
	reached, target := median, fmt.Sprintf("at most %g", r.largest)
	if r.largest == 0 {
		return ""
	}
	if r.ratio {
		reached, target = median/theirs, fmt.Sprintf("at most %g x", r.largest)
	}
	if reached <= r.largest {
		return target + ": met"
	}
	return target + ": missed"
}
