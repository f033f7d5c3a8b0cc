package com.guardline.claims.desk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import com.guardline.claims.model.AppUser;
import com.guardline.claims.service.ClaimSearch;

/**
 * 会话对象: 当前用户、最近打开的赔案、查询条件
 */
public class DeskUser implements Serializable {

    private static final long serialVersionUID = 1L;
    public static final String KEY = "deskUser";

    private final Long userId;
    private final String displayName;
    private final List<String> recentClaims = new ArrayList<String>();
    private ClaimSearch lastSearch = new ClaimSearch();
    private ClaimWizard wizard;

    public DeskUser(AppUser user) {
        this.userId = user.getId();
        this.displayName = user.getDisplayName();
    }

    public Long getUserId() {
        return userId;
    }

    public String getDisplayName() {
        return displayName;
    }

    public List<String> getRecentClaims() {
        return recentClaims;
    }

    public void opened(String claimNo) {
        recentClaims.remove(claimNo);
        recentClaims.add(0, claimNo);
        while (recentClaims.size() > 10) {
            recentClaims.remove(recentClaims.size() - 1);
        }
    }

    public ClaimSearch getLastSearch() {
        return lastSearch;
    }

    public void setLastSearch(ClaimSearch lastSearch) {
        this.lastSearch = lastSearch;
    }

    public ClaimWizard getWizard() {
        if (wizard == null) {
            wizard = new ClaimWizard();
        }
        return wizard;
    }

    public void dropWizard() {
        wizard = null;
    }
}
